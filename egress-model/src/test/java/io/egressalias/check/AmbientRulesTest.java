package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.Waypoint;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.resolve.WaypointLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules about waypoints, their labels and the platform of an ambient mesh. */
final class AmbientRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # waypoint      | code    | remedy
          waypoint        | ''      | ''
          namespace       | ''      | ''
          e/waypoint      | ''      | ''
          egress-1        | ''      | ''
          none            | EGA0818 | Write the name of the Gateway, such as `waypoint: waypoint`
          e/none          | EGA0818 | Write the name of the Gateway, such as `name: waypoint`
          None            | EGA0818 | Write the name of the Gateway, such as `waypoint: waypoint`
          Waypoint        | EGA0818 | Write the name of the Gateway, such as `waypoint: waypoint`
          Namespace       | EGA0818 | Write the name of the Gateway, such as `waypoint: waypoint`, or `waypoint: namespace` if the namespace of the alias has the label `istio.io/use-waypoint`
          egress.istio-e  | EGA0818 | Write `waypoint: {name: egress, namespace: istio-e}`
          a.b.c           | EGA0818 | Write the name of the Gateway, such as `waypoint: a-b-c`
          E_1/waypoint    | EGA0818 | Write a name such as `namespace: e-1`
          """)
  void waypointMustBeTheNameOfAGateway(String waypoint, String code, String remedy) {
    EgressAliases declaration =
        declaration(
            ambient().waypoint(Waypoint.parse(waypoint)), Map.of(), routed(Map.of()).build());
    assertEquals(code + (code.isEmpty() ? "" : ": " + remedy), findings(declaration));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # of the platform | of the alias | labels of the alias | labels of all | code
          ''                | ''           | w                   | ''            | ''
          ''                | ''           | ''                  | w             | ''
          ''                | ''           | w @e                | ''            | ''
          ''                | ''           | w                   | @e            | ''
          w                 | ''           | v                   | ''            | ''
          w                 | ''           | w                   | ''            | ''
          w                 | ''           | none                | ''            | EGA0819: Remove the label
          namespace         | ''           | none                | ''            | EGA0819: Remove the label
          w                 | ''           | @e                  | ''            | EGA0819: Remove the label, or write `waypoint: {name: w, namespace: e}`
          ''                | w            | @e                  | ''            | EGA0819: Remove the label, or write `waypoint: {name: w, namespace: e}`
          ''                | e/w          | @e                  | ''            | ''
          ''                | e/w          | @f                  | ''            | EGA0819: Remove the label, or write `waypoint: {name: w, namespace: f}`
          ''                | w            | v                   | ''            | EGA0819: Remove the label, or remove `waypoint`
          ''                | e/w          | w @e                | ''            | ''
          namespace         | ''           | @e                  | ''            | EGA0819: Remove the label
          """)
  void labelsMustNotContradictTheWaypoint(
      String ofPlatform, String ofAlias, String labels, String common, String code) {
    Platform.Builder platform = ambient();
    if (!ofPlatform.isEmpty()) {
      platform.waypoint(Waypoint.parse(ofPlatform));
    }
    EgressAlias.Builder alias = routed(labels(labels));
    if (!ofAlias.isEmpty()) {
      alias.waypoint(Waypoint.parse(ofAlias));
    }
    assertEquals(code, findings(declaration(platform, labels(common), alias.build())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # labels of the alias | labels of all | finding
          ''                    | ''            | EGA0816: Add
          none                  | ''            | EGA0816: Remove the label `istio.io/use-waypoint`, and add
          ''                    | none          | EGA0816: Add
          """)
  void routedAliasesMustHaveAWaypoint(String labels, String common, String finding) {
    String waypoint =
        " `waypoint: waypoint` to `spec.platform`, with the name of the waypoint, or `waypoint:"
            + " namespace` if the namespace of the alias has the label `istio.io/use-waypoint`";
    EgressAlias alias = routed(labels(labels)).build();
    assertEquals(finding + waypoint, findings(declaration(ambient(), labels(common), alias)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # istio | data plane | waypoint | labels of all | finding
          1.30    | sidecar    | ''       | ''            | ''
          1.30    | sidecar    | w        | ''            | EGA0817: Add `dataPlane: ambient` to `spec.platform`, or remove `waypoint`
          1.30    | sidecar    | ''       | w             | EGA0819: Add `dataPlane: ambient` to `spec.platform`, or remove the label
          none    | sidecar    | w        | ''            | EGA0805: Remove `waypoint`
          none    | sidecar    | ''       | w             | ''
          none    | ambient    | ''       | ''            | EGA0805: Remove `dataPlane`, or declare the release of Istio, such as `istio: "1.27"` in `spec.platform`
          """)
  void thePlatformMustHaveAnAmbientMesh(
      String istio, String dataPlane, String waypoint, String common, String finding) {
    Platform.Builder platform =
        Given.platform(istio).toBuilder()
            .dataPlane(DataPlane.valueOf(dataPlane.toUpperCase(Locale.ROOT)));
    if (!waypoint.isEmpty()) {
      platform.waypoint(Waypoint.parse(waypoint));
    }
    EgressAlias.Builder alias = Given.alias("10.20.0.10").addPorts(Given.TLS_PORT);
    assertEquals(finding, findings(declaration(platform, labels(common), alias.build())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.30 | EGA0813: Remove `outboundTrafficPolicy`, or declare a later release, such as `istio: "1.31"` in `spec.platform`, if the cluster has one
          1.31 | ''
          """)
  void theReleaseOfARemedyHasTheFeature(String istio, String finding) {
    Platform.Builder platform =
        Given.platform(istio).toBuilder()
            .outboundTrafficPolicy(OutboundTrafficPolicy.ALLOW_ANY_DYNAMIC_DNS);
    EgressAlias.Builder alias = Given.alias("10.20.0.10").addPorts(Given.TLS_PORT);
    assertEquals(finding, findings(declaration(platform, Map.of(), alias.build())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sidecar | EGA0718: Remove `workloadSelector`, or declare `tls: {mode: SIMPLE}`
          ambient | EGA0718: Remove `workloadSelector`
          """)
  void anUnusedSelectorIsRemovedInAnAmbientMesh(String dataPlane, String finding) {
    Platform.Builder platform =
        Given.platform("1.30").toBuilder()
            .dataPlane(DataPlane.valueOf(dataPlane.toUpperCase(Locale.ROOT)));
    EgressAlias.Builder alias =
        Given.alias("api.example.com")
            .addAllPorts(Given.ports("http:80"))
            .tls(Given.tls("DISABLE"))
            .workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    assertEquals(finding, findings(declaration(platform, Map.of(), alias.build())));
  }

  private static Platform.Builder ambient() {
    return Given.platform("1.30").toBuilder().dataPlane(DataPlane.AMBIENT);
  }

  private static EgressAlias.Builder routed(Map<String, String> labels) {
    return Given.alias("api.example.com")
        .addAllPorts(Given.ports("http:80>443"))
        .tls(Given.tls("SIMPLE"))
        .labels(labels);
  }

  /** Labels of a Service: the name of a waypoint, and its namespace after {@code @}. */
  private static Map<String, String> labels(String words) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String word : words.split(" ", -1)) {
      if (word.startsWith("@")) {
        labels.put(WaypointLabels.NAMESPACE, word.substring(1));
      } else if (!word.isEmpty()) {
        labels.put(WaypointLabels.NAME, word);
      }
    }
    return labels;
  }

  private static EgressAliases declaration(
      Platform.Builder platform, Map<String, String> labels, EgressAlias alias) {
    return EgressAliases.builder()
        .platform(platform.build())
        .putAllLabels(labels)
        .addAliases(alias)
        .build();
  }

  private static String findings(EgressAliases declaration) {
    List<Diagnostic> found = Checks.check(List.of(declaration));
    return found.stream()
        .filter(d -> d.severity() != Severity.INFO)
        .map(d -> d.rule().code() + ": " + d.remedy())
        .collect(Collectors.joining("\n"));
  }
}
