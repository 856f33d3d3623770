package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.judge.Judge;
import io.egressalias.judge.Judge.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kubernetes, Istio and its analyzers have nothing to say against the goldens. */
final class CheckTest {
  /**
   * Endpoints are deprecated since Kubernetes 1.33, of which the judge is. They are rendered where
   * an earlier release is declared, which has no such warning, or none, as on Istio's task page.
   */
  private static final String DEPRECATED =
      "kube-deprecation: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1"
          + " EndpointSlice";

  @Test
  void nothingIsSaidAgainstThem() {
    List<Path> files = GoldenFile.all().stream().map(GoldenFile::approved).toList();
    Set<String> found = new TreeSet<>();
    for (Finding finding : Judge.present().check(files)) {
      if (!finding.severity().equals("info")) {
        found.add(finding.severity() + " " + finding.object() + " " + finding.text());
      }
    }
    Set<String> expected =
        GoldenFile.all().stream()
            .filter(golden -> golden.render().stream().anyMatch(m -> m.kind().equals("Endpoints")))
            .filter(golden -> !golden.name().matches(".*-kube13[36].*"))
            .map(golden -> "warning Endpoints/" + golden.name() + " " + DEPRECATED)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, found);
  }
}
