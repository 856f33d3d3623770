package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DestinationRule, as Istio reads it.
 *
 * @param object the rule
 * @param namespace its namespace; never empty
 * @param host the host for which it is, in full; may begin with {@code *}
 * @param ambient whether waypoints use the rule, and not sidecars
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
record RuleView(ManifestObject object, String namespace, String host, boolean ambient) {

  /** Returns a field of {@code spec}. */
  Field spec(String key) {
    return Field.of(object, "spec", key);
  }

  /** Returns the policy of the host. */
  Field policy() {
    return spec("trafficPolicy");
  }

  /** Returns the subsets. */
  List<Field> subsets() {
    return spec("subsets").items();
  }

  /** Returns the subset with a name; empty: none. */
  Optional<Field> subset(String name) {
    for (Field subset : subsets()) {
      if (subset.at("name").text().equals(name)) {
        return Optional.of(subset);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the rule applies to chosen pods only. */
  boolean selectsPods() {
    return spec("workloadSelector").present();
  }

  /** Returns whether the rule is exported to workloads of a namespace. */
  boolean isVisibleIn(String caller) {
    return HostTable.isExported(spec("exportTo"), namespace, caller);
  }

  /** Returns the TLS settings for a port without a subset; absent: none. */
  Optional<Field> tls(int port) {
    return tls(policy(), port);
  }

  /**
   * Returns the TLS settings for a port and a subset. Those of the subset replace those of the
   * host, and those of a port replace all others.
   */
  Optional<Field> tls(String subset, int port) {
    Optional<Field> own = subset(subset).map(found -> found.at("trafficPolicy"));
    boolean decides =
        own.isPresent() && (own.get().at("tls").present() || ofPort(own.get(), port).isPresent());
    return decides ? tls(own.get(), port) : tls(port);
  }

  /** Returns the TLS settings of a policy for a port; empty: none. */
  static Optional<Field> tls(Field policy, int port) {
    Field tls = ofPort(policy, port).orElse(policy).at("tls");
    return tls.present() ? Optional.of(tls) : Optional.empty();
  }

  /** Returns the settings of a policy for a port alone; empty: none. */
  static Optional<Field> ofPort(Field policy, int port) {
    for (Field setting : policy.at("portLevelSettings").items()) {
      OptionalInt number = setting.at("port").at("number").number();
      if (number.isPresent() && number.getAsInt() == port) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
