package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DestinationRule, as Istio reads it. Many hosts and ports may ask for its settings, so that they
 * are read once.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
final class RuleView {
  private final ManifestObject object;
  private final String namespace;
  private final String host;
  private final boolean ambient;
  private final Field policy;
  private final List<Field> subsets;
  private final boolean selectsPods;
  private final ExportTo exportTo;

  /** The settings of the host, once they are asked for. */
  private @Nullable PolicyView settings;

  /** The settings of the first subset of each name, once one is asked for. */
  private @Nullable Map<String, PolicyView> ofSubsets;

  /**
   * Reads a rule.
   *
   * @param object the rule
   * @param namespace its namespace; never empty
   * @param host the host for which it is, in full; may begin with {@code *}
   * @param ambient whether waypoints use the rule, and not sidecars
   */
  RuleView(ManifestObject object, String namespace, String host, boolean ambient) {
    this.object = object;
    this.namespace = namespace;
    this.host = host;
    this.ambient = ambient;
    this.policy = spec("trafficPolicy");
    this.subsets = List.copyOf(spec("subsets").items());
    this.selectsPods = spec("workloadSelector").present();
    this.exportTo = ExportTo.of(spec("exportTo"), namespace);
  }

  ManifestObject object() {
    return object;
  }

  String namespace() {
    return namespace;
  }

  String host() {
    return host;
  }

  boolean ambient() {
    return ambient;
  }

  /** Returns a field of {@code spec}. */
  Field spec(String key) {
    return Field.of(object, "spec", key);
  }

  /** Returns the policy of the host. */
  Field policy() {
    return policy;
  }

  /** Returns the subsets. */
  List<Field> subsets() {
    return subsets;
  }

  /** Returns whether the rule has a subset with a name. */
  boolean hasSubset(String name) {
    return ofSubsets().containsKey(name);
  }

  /** Returns the names of the subsets. */
  Iterable<String> subsetNames() {
    return ofSubsets().keySet();
  }

  /** Returns whether the rule applies to chosen pods only. */
  boolean selectsPods() {
    return selectsPods;
  }

  /** Returns the namespaces to whose workloads the rule is exported. */
  ExportTo exportTo() {
    return exportTo;
  }

  /** Returns whether the rule is exported to workloads of a namespace. */
  boolean isVisibleIn(String caller) {
    return exportTo.includes(caller);
  }

  /** Returns the settings of the policy of the host. */
  PolicyView settings() {
    if (settings == null) {
      settings = PolicyView.of(policy);
    }
    return settings;
  }

  /** Returns the TLS settings for a port without a subset; absent: none. */
  Optional<Field> tls(int port) {
    return settings().tls(port);
  }

  /**
   * Returns the TLS settings for a port and a subset. Those of the subset replace those of the
   * host, and those of a port replace all others.
   */
  Optional<Field> tls(String subset, int port) {
    PolicyView own = ofSubsets().get(subset);
    boolean decides = own != null && (own.tls().isPresent() || own.hasPort(port));
    return decides && own != null ? own.tls(port) : tls(port);
  }

  private Map<String, PolicyView> ofSubsets() {
    if (ofSubsets == null) {
      Map<String, PolicyView> read = new LinkedHashMap<>();
      for (Field subset : subsets) {
        read.putIfAbsent(subset.at("name").text(), PolicyView.of(subset.at("trafficPolicy")));
      }
      ofSubsets = read;
    }
    return ofSubsets;
  }
}
