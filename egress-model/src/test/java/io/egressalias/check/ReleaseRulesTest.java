package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.WorkloadSelector;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests fields that need a later release than the declared one. */
final class ReleaseRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kubernetes | istio | target         | ports                      | place                | removal
          1.19         | 1.27  | 10.20.0.10     | web:80=http                | ports[0].appProtocol | Remove `appProtocol`
          1.20         | 1.27  | 10.20.0.10     | web:80=http                | ''                   | ''
          1.19         | 1.27  | 10.20.0.10     | tcp-a:80/SCTP              | ports[0].protocol    | Remove the port
          1.20         | 1.27  | 10.20.0.10     | tcp-a:80/SCTP              | ''                   | ''
          1.19         | 1.27  | 10.20.0.10     | http:80>443!SIMPLE tls:443 | ports[1]             | Move the port to another alias
          1.20         | 1.27  | 10.20.0.10     | http:80>443!SIMPLE tls:443 | ''                   | ''
          1.19         | 1.27  | 10.20.0.10     | tls:443                    | ''                   | ''
          1.20         | 1.27  | headless       | tls:443                    | clusterIP            | Remove `clusterIP`
          1.21         | 1.27  | headless       | tls:443                    | ''                   | ''
          1.20         | 1.27  | 2620:0:861::1  | tls:443                    | endpoints            | Remove the IPv6 addresses
          1.21         | 1.27  | 2620:0:861::1  | tls:443                    | ''                   | ''
          1.20         | 1.27  | 2620:0:861::1  | http:80>443!SIMPLE         | ''                   | ''
          1.20         | 1.27  | 10.20.0.10     | tls:443                    | ''                   | ''
          1.34         | 1.13  | selected       | http:80>443!SIMPLE         | workloadSelector     | Remove `workloadSelector`
          1.34         | 1.14  | selected       | http:80>443!SIMPLE         | ''                   | ''
          1.34         | 1.13  | selected       | tls:443                    | ''                   | ''
          """)
  void fieldsOfLaterReleasesAreReported(
      String kubernetes, String istio, String target, String ports, String place, String removal) {
    Platform platform =
        Platform.builder()
            .kubernetes(KubernetesVersion.parse(kubernetes).orElseThrow())
            .istio(Istio.release(IstioVersion.parse(istio).orElseThrow()))
            .build();
    String line = removal.contains("workload") ? "istio: \"1.27\"" : "kubernetes: \"1.34\"";
    String remedy =
        ": %s, or declare a later release, such as `%s` in `spec.platform`, if the cluster has one"
            .formatted(removal, line);
    assertEquals(
        place.isEmpty() ? "" : place + remedy,
        Given.remedy(Rule.LATER_RELEASE, alias(target).addAllPorts(Given.ports(ports)), platform));
  }

  private static EgressAlias.Builder alias(String target) {
    if (target.equals("selected")) {
      return Given.alias("10.20.0.10")
          .workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    }
    // The first address does not matter.
    return target.contains(":")
        ? EgressAlias.builder().name("my-alias").namespace("shop").endpoints("10.20.0.10", target)
        : Given.alias(target);
  }
}
