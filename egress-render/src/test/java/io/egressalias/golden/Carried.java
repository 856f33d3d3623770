package io.egressalias.golden;

import io.egressalias.model.DataPlane;
import io.egressalias.model.Istio;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Expected and observed calls of a workload in a cluster in which goldens are applied. */
final class Carried {
  private final Map<GoldenFile, List<ExpectedCall>> expected = new LinkedHashMap<>();
  private final Sidecar sidecar;

  /** Applies goldens, each changed by the function, and makes their calls. */
  Carried(
      Situation situation,
      List<GoldenFile> goldens,
      Consumer<List<ObjectNode>> change,
      List<String> others) {
    ClusterContents cluster = new ClusterContents();
    cluster.add(situation.documents());
    List<String> calls = new ArrayList<>(others);
    for (GoldenFile golden : goldens) {
      cluster.add(golden, change);
      List<ExpectedCall> expectations =
          ExpectedCall.of(
              golden.alias(), golden.platform(), situation, cluster.clusterIp(golden.name()));
      expected.put(golden, expectations);
      expectations.forEach(call -> calls.add(call.url()));
    }
    sidecar = Sidecar.of(cluster.yaml(), situation.options(), calls);
  }

  /**
   * The goldens that can be tested with the judge. The judge has a recent release of Istio, so
   * goldens for releases with another behavior, and goldens without a mesh, are excluded. So are
   * those of ambient meshes, because the calls are those of sidecars.
   */
  static List<GoldenFile> goldens() {
    return GoldenFile.all().stream().filter(golden -> leftOut(golden).isEmpty()).toList();
  }

  /** The reason why a golden is excluded from the calls; empty if it is not. */
  static String leftOut(GoldenFile golden) {
    if (golden.platform().istio().equals(Istio.none())) {
      return "no mesh";
    }
    if (golden.platform().dataPlane() == DataPlane.AMBIENT) {
      return "ambient mesh";
    }
    boolean old =
        golden.platform().istio().version().isPresent()
            && !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(golden.platform());
    boolean direct = !ExpectedCall.isCarried(golden.alias(), golden.platform());
    return old && direct && !(golden.alias().target() instanceof PodSelector)
        ? "before Istio 1.21, in the direct form"
        : "";
  }

  List<String> expected(GoldenFile golden) {
    return calls(golden).stream().map(ExpectedCall::toString).toList();
  }

  List<String> observed(GoldenFile golden) {
    return calls(golden).stream().map(call -> observed(call.url())).toList();
  }

  String observed(String url) {
    return new ExpectedCall(url, sidecar.outcome(url)).toString();
  }

  private List<ExpectedCall> calls(GoldenFile golden) {
    return expected.getOrDefault(golden, List.of());
  }
}
