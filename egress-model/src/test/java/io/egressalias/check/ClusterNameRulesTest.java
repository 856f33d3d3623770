package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ServicePort;
import io.egressalias.model.WorkloadSelector;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests external names that are names of the cluster itself. */
final class ClusterNameRulesTest {

  /** The codes, the severities and the places of all findings. */
  private static String found(EgressAlias.Builder alias, String platform) {
    return Checks.check(alias.build(), Given.platform(platform)).stream()
        .map(d -> d.rule().code() + " " + d.severity().word() + " " + d.path())
        .collect(Collectors.joining(", "))
        .replace("spec.aliases[0].", "");
  }

  private static EgressAlias.Builder alias(String host) {
    return Given.alias(host).addPorts(ServicePort.of("http", 80));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          db.data.svc.cluster.local       | none          | EGA0508 info externalName
          db.data.svc.cluster.local       | 1.21          | EGA0508 info externalName
          db.data.svc.cluster.local       | 1.27          | EGA0508 info externalName
          db.data.svc.cluster.local       | registry-only | EGA0508 info externalName
          db.data.svc.cluster.local       | 1.20          | EGA0506 error externalName
          db.data.svc.cluster.local       | undeclared    | EGA0506 error externalName
          db.data.svc                     | none          | EGA0508 info externalName
          db.data.svc                     | registry-only | EGA0508 info externalName
          db.data.svc                     | 1.20          | EGA0506 error externalName
          db.data.svc.clusterset.local    | none          | EGA0508 info externalName
          db.data.svc.clusterset.local    | 1.27          | EGA0508 info externalName
          db.data.svc.clusterset.local    | registry-only | EGA0508 warning externalName
          db.data.svc.clusterset.local    | 1.20          | EGA0506 error externalName
          db-0.db.data.svc.cluster.local  | 1.27          | EGA0508 info externalName
          db-0.db.data.svc.cluster.local  | registry-only | EGA0508 warning externalName
          my-alias.shop.svc.cluster.local | none          | EGA0506 error externalName
          my-alias.shop.svc               | 1.27          | EGA0506 error externalName
          my-alias.data.svc               | 1.27          | EGA0508 info externalName
          """)
  void namesOfTheClusterAreAccepted(String host, String platform, String found) {
    assertEquals(found, found(alias(host), platform));
  }

  @ParameterizedTest
  @CsvSource({"none, EGA0506", "1.27, EGA0506"})
  void namespaceThatIsNotDeclaredIsDefault(String platform, String codes) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name("db")
            .externalName("db.default.svc.cluster.local")
            .addPorts(ServicePort.of("http", 80));
    assertEquals(codes, Given.codes(alias, Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource({"1.27, EGA0506", "registry-only, EGA0506", "none, EGA0506"})
  void fieldsThatNeedASidecarAreReported(String platform, String code) {
    EgressAlias.Builder alias =
        Given.alias("db.data.svc.cluster.local")
            .ports(Given.ports("http:80 http-a:81!SIMPLE http-b:82!DISABLE"))
            .tls(Given.tls("SIMPLE"))
            .authority("db.example.com")
            .workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    String error = code + " error ";
    assertEquals(
        "EGA0508 info externalName, "
            + error
            + "tls.mode, "
            + error
            + "ports[1].tls.mode, "
            + error
            + "authority, "
            + error
            + "workloadSelector",
        found(alias, platform));
  }

  @Test
  void tlsThatIsDisabledIsAccepted() {
    EgressAlias.Builder alias = alias("db.data.svc.cluster.local").tls(Given.tls("DISABLE"));
    assertEquals("EGA0508 info externalName", found(alias, "1.27"));
  }

  @ParameterizedTest
  @CsvSource({"1.27", "registry-only", "none"})
  void portsAreNotMapped(String platform) {
    EgressAlias.Builder alias =
        Given.alias("db.data.svc.cluster.local").ports(Given.ports("http:80>8080"));
    assertEquals("EGA0308", Given.codes(alias, Given.platform(platform)));
    assertEquals(
        "ports[0].targetPort: Write `port: 8080` for workloads to call, or remove `targetPort`",
        Given.remedy(Rule.TARGET_PORT_WITHOUT_EFFECT, alias, Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          db.data.svc      | 1.20 | Declare a later release, such as `istio: "1.27"` in `spec.platform`, if the cluster has one
          db.shop.svc      | 1.20 | Declare a later release, such as `istio: "1.27"` in `spec.platform`, if the cluster has one, or replace `externalName` with the labels of the pods, such as `selector: {app: db}`
          my-alias.shop.svc | 1.27 | Write the name of a Service in another namespace, such as `externalName: my-alias.data.svc.cluster.local`, or replace `externalName` with the labels of the pods, such as `selector: {app: my-alias}`
          db.svc           | 1.27 | Write the namespace as well, such as `externalName: db.data.svc.cluster.local`
          """)
  void remedyFitsTheCase(String host, String platform, String remedy) {
    assertEquals(
        "externalName: " + remedy,
        Given.remedy(Rule.HOST_IN_CLUSTER, alias(host), Given.platform(platform)));
  }
}
