package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Kubernetes, Istio and its analyzers report nothing about the goldens. */
final class CheckTest {
  /**
   * Endpoints are deprecated since Kubernetes 1.33, the release of the judge. They are rendered if
   * an earlier release, which does not warn, or no release is declared, as on Istio's task page.
   */
  private static final String DEPRECATED =
      "kube-deprecation: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1"
          + " EndpointSlice";

  private static final Predicate<String> INFO = Pattern.compile(": info \\S+: ").asPredicate();

  /**
   * Istio's commands refuse a Service with a port whose protocol Istio detects, of which a finding
   * warns.
   */
  private static final Pattern DETECTED =
      Pattern.compile(
          " Service/\\S+-detected\\S*: (error istioctl-validate: .* naming convention"
              + "|warning analyze: \\[IST0150]).*");

  /**
   * The analyzer does not know that a waypoint loads the authorities of a Secret for a rule that
   * selects no pods.
   */
  private static final Pattern SECRET_OF_WAYPOINT =
      Pattern.compile(
          " DestinationRule/\\S+-credential-\\S+-ambient-elsewhere: warning analyze: \\[IST0128].*");

  @Test
  void goldensHaveNoDifferences() {
    List<String> command = new ArrayList<>(List.of(Tool.at("EGRESS_JUDGE").toString(), "check"));
    List<String> expected = new ArrayList<>();
    int documents = 0;
    for (GoldenFile golden : GoldenFile.all()) {
      command.add(golden.approved().toString());
      List<Manifest> manifests = golden.render();
      documents += manifests.size();
      for (int i = 0; i < manifests.size(); i++) {
        if (manifests.get(i).kind().equals("Endpoints")) {
          assertFalse(golden.name().matches(".*-kube13[36].*"), golden.name());
          expected.add(
              "%s:%d Endpoints/%s: warning %s"
                  .formatted(golden.approved(), i + 1, golden.name(), DEPRECATED));
        }
      }
    }
    List<String> said = new ArrayList<>();
    int errors = 0;
    int warnings = expected.size();
    for (String line : Tool.run(command, Map.of()).out().lines().toList()) {
      Matcher detected = DETECTED.matcher(line);
      if (detected.find()) {
        errors += detected.group(1).startsWith("error") ? 1 : 0;
        warnings += detected.group(1).startsWith("warning") ? 1 : 0;
      } else if (SECRET_OF_WAYPOINT.matcher(line).find()) {
        warnings++;
      } else if (!INFO.test(line)) {
        said.add(line);
      }
    }
    assertTrue(errors > 0, "no port whose protocol is detected");
    expected.add("%d documents, %d errors, %d warnings".formatted(documents, errors, warnings));
    assertEquals(String.join("\n", expected), String.join("\n", said));
  }
}
