package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The DestinationRules for one host, as Istio merges them: the policy of the first rule that has
 * one, and the subsets of all.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
final class RuleSettings {
  private static final Set<String> SPEC =
      Set.of("host", "workloadSelector", "trafficPolicy", "subsets", "exportTo");
  private static final Set<String> POLICY = Set.of("tls", "portLevelSettings");
  private static final Set<String> PORT_POLICY = Set.of("tls", "port");
  private static final Set<String> SUBSET = Set.of("name", "trafficPolicy");

  private final Map<String, Field> subsets = new LinkedHashMap<>();
  private final LostFields lost;
  private Optional<Field> policy = Optional.empty();
  private Optional<Field> selector = Optional.empty();

  private final WaypointScope scope;
  private final List<Field> scoping = new ArrayList<>();

  private RuleSettings(WaypointScope scope, LostFields lost) {
    this.scope = scope;
    this.lost = lost;
  }

  /** Reads the rules of the generated or external host of a route. */
  static RuleSettings of(List<ManifestObject> rules, WaypointScope scope, LostFields lost) {
    return read(rules, true, scope, lost);
  }

  /** Reads the rules of a Service's own name, to whose subsets no route of a declaration leads. */
  static RuleSettings withoutSubsets(List<ManifestObject> rules, LostFields lost) {
    return read(rules, false, WaypointScope.NONE, lost);
  }

  private static RuleSettings read(
      List<ManifestObject> rules, boolean subsets, WaypointScope scope, LostFields lost) {
    RuleSettings settings = new RuleSettings(scope, lost);
    for (ManifestObject rule : rules) {
      settings.add(Field.of(rule, "spec"), subsets);
    }
    return settings;
  }

  private void add(Field spec, boolean withSubsets) {
    lost.addAllBut(spec, SPEC);
    Field exportTo = spec.at("exportTo");
    if (scope.isExport(exportTo)) {
      scoping.add(exportTo);
    } else {
      lost.addExportTo(spec);
    }
    Field top = spec.at("trafficPolicy");
    if (top.present() && policy.isEmpty()) {
      policy = Optional.of(top);
      dropUnread(top);
    } else {
      lost.add(top);
    }
    Field selects = spec.at("workloadSelector");
    if (scope.isSelector(selects)) {
      scoping.add(selects);
    } else if (selects.present() && selector.isEmpty()) {
      selector = Optional.of(selects);
    } else {
      lost.add(selects);
    }
    if (!withSubsets) {
      lost.add(spec.at("subsets"));
      return;
    }
    for (Field subset : spec.at("subsets").items()) {
      lost.addAllBut(subset, SUBSET);
      dropUnread(subset.at("trafficPolicy"));
      subsets.putIfAbsent(subset.at("name").text(), subset);
    }
  }

  private void dropUnread(Field traffic) {
    lost.addAllBut(traffic, POLICY);
    for (Field setting : traffic.at("portLevelSettings").items()) {
      lost.addAllBut(setting, PORT_POLICY);
    }
  }

  /** Returns the selector of pods; empty: the rules apply to every pod. */
  Optional<Field> selector() {
    return selector;
  }

  /** Returns the fields by which only waypoints use the rules. */
  List<Field> scoping() {
    return scoping;
  }

  /** Returns whether a subset exists. */
  boolean has(String subset) {
    return subsets.containsKey(subset);
  }

  /** Returns the TLS settings of the policy that no port replaces. */
  Optional<Field> tls() {
    return policy.isPresent() ? tls(policy.get()) : Optional.empty();
  }

  /** Returns the TLS settings for traffic to a port without a subset. */
  Optional<Field> tls(int port) {
    return policy.isPresent() ? tls(policy.get(), port) : Optional.empty();
  }

  /**
   * Returns the TLS settings for traffic to a port and a subset. The settings of a subset replace
   * those of the host one by one; the settings of a port replace all others.
   */
  Optional<Field> tls(String subset, int port) {
    Field found = subsets.get(subset);
    if (found == null) {
      return tls(port);
    }
    Field own = found.at("trafficPolicy");
    boolean decides = own.at("tls").present() || ofPort(own, port).isPresent();
    return decides ? tls(own, port) : tls(port);
  }

  /** Returns the settings of single ports in the policy. */
  List<Field> portSettings() {
    return policy.isPresent() ? policy.get().at("portLevelSettings").items() : new ArrayList<>();
  }

  private static Optional<Field> tls(Field traffic, int port) {
    Optional<Field> setting = ofPort(traffic, port);
    return setting.isPresent() ? tls(setting.get()) : tls(traffic);
  }

  private static Optional<Field> tls(Field traffic) {
    Field tls = traffic.at("tls");
    return tls.present() ? Optional.of(tls) : Optional.empty();
  }

  private static Optional<Field> ofPort(Field traffic, int port) {
    for (Field setting : traffic.at("portLevelSettings").items()) {
      OptionalInt number = setting.at("port").at("number").number();
      if (number.isPresent() && number.getAsInt() == port) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
