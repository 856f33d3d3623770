package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostnames of addresses: their form, and where Kubernetes has a DNS name for them. */
final class HostnameRulesTest {

  private static EgressAlias.Builder alias(String first, String second) {
    return EgressAlias.builder()
        .name("masters")
        .namespace("db")
        .headless(true)
        .target(
            StaticEndpoints.of(
                List.of(
                    EndpointAddress.of("10.60.7.13", first),
                    EndpointAddress.of("10.60.7.14", second))));
  }

  private static String found(EgressAlias.Builder alias, String platform) {
    return Checks.check(alias.build(), Given.platform(platform)).stream()
        .map(d -> d.severity() + " " + d.rule().code() + " " + d.path())
        .collect(Collectors.joining(", "))
        .replace("spec.aliases[0].", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          master-0                | ''
          0                       | ''
          Master-0                | Write a name such as `hostname: master-0`
          master_0                | Write a name such as `hostname: master-0`
          master-0.db.example.com | Write a name such as `hostname: master-0-db-example-com`
          ''                      | Write a name such as `hostname: member-0`
          """)
  void hostnameIsADnsLabel(String hostname, String remedy) {
    EgressAlias.Builder alias = alias("first", hostname).addPorts(Given.TLS_PORT);
    assertEquals(
        remedy.isEmpty() ? "" : "endpoints[1].hostname: " + remedy,
        Given.remedy(Rule.HOSTNAME, alias, Given.MESH));
  }

  /** Kubernetes accepts one hostname of two addresses, such as one of each family. */
  @ParameterizedTest
  @CsvSource({"1.27", "undeclared", "none"})
  void headlessAliasHasNoFinding(String platform) {
    assertEquals("", found(alias("member", "member").addPorts(Given.TLS_PORT), platform));
  }

  @Test
  void clusterIpIsReportedOnce() {
    EgressAlias.Builder alias = alias("a", "b").headless(false).addPorts(Given.TLS_PORT);
    assertEquals("INFO EGA0609 endpoints[0].hostname", found(alias, "none"));
  }

  @Test
  void routedFormHasNoHostnames() {
    EgressAlias.Builder alias =
        alias("a", "b").headless(false).addPorts(Given.port("tcp-a:9000!SIMPLE"));
    assertEquals(
        "ERROR EGA0609 endpoints[0].hostname, ERROR EGA0609 endpoints[1].hostname",
        found(alias, "1.27"));
  }

  @Test
  void findingsOfTheAddressNameItsKey() {
    EgressAlias.Builder alias =
        alias("a", "b")
            .target(StaticEndpoints.of(List.of(EndpointAddress.of("127.0.0.1", "a"))))
            .addPorts(Given.TLS_PORT);
    assertEquals("ERROR EGA0602 endpoints[0].address", found(alias, "none"));
  }
}
