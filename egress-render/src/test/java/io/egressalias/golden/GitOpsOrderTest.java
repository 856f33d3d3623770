package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.egressalias.object.ObjectId;
import io.egressalias.plan.Plan;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * In the order of Flux, and of Argo CD with the waves of the example {@code gitops}, plaintext
 * reaches only what the old declaration or the new one declares. Istio's code decides where the
 * calls end.
 */
final class GitOpsOrderTest {
  private static final List<String> DECLARED =
      List.of(
          "",
          "externalName: api.example.com, tls: {mode: DISABLE}",
          "externalName: api.example.com, tls: {mode: SIMPLE}",
          "externalName: www.example.com, tls: {mode: SIMPLE}",
          "externalName: api.example.com, tls: {mode: SIMPLE, sni: a.example.com}",
          "externalName: api.example.com, authority: api.example.com, tls: {mode: DISABLE}",
          "endpoints: [192.0.2.10], tls: {mode: DISABLE}",
          "endpoints: [192.0.2.10], tls: {mode: SIMPLE, sni: api.example.com}");

  /** A transition between two declarations, and the objects in the cluster during it. */
  private static final class OrderedWay extends DeclaredWay {
    private final List<Step> steps = new ArrayList<>();

    /**
     * Applies objects in the order of their kinds, and deletes objects in the reverse order.
     *
     * @param pruneFirst whether objects are deleted first, as Argo CD does, or last, as Flux does
     */
    OrderedWay(String from, String to, List<String> kinds, boolean pruneFirst) {
      super(name(from, to, pruneFirst));
      String name = name(from, to, pruneFirst);
      List<Manifest> before = render(name, from);
      List<Manifest> after = render(name, to);
      Comparator<Step> order = Comparator.comparing(step -> kinds.indexOf(step.object().kind()));
      List<Step> applied =
          after.stream()
              .<Step>map(manifest -> new Step.Create(id(manifest), manifest, "declared"))
              .sorted(order)
              .toList();
      List<ObjectId> declared = after.stream().map(OrderedWay::id).toList();
      List<Step> deleted =
          before.stream()
              .map(OrderedWay::id)
              .filter(object -> !declared.contains(object))
              .<Step>map(object -> new Step.Delete(object, "no longer declared"))
              .sorted(order.reversed())
              .toList();
      steps.addAll(pruneFirst ? deleted : applied);
      steps.addAll(pruneFirst ? applied : deleted);
      for (Step step : Plan.between(List.of(), before).steps()) {
        take(step, held);
      }
    }

    private static ObjectId id(Manifest manifest) {
      return ObjectId.of(manifest.tree());
    }

    @Override
    List<Step> steps() {
      return steps;
    }

    @Override
    boolean mustBeDeclared(String outcome) {
      return outcome.contains("plaintext") || outcome.equals(Sidecar.DIALLED);
    }

    private static String name(String from, String to, boolean pruneFirst) {
      return "w%d-%d-%s"
          .formatted(DECLARED.indexOf(from), DECLARED.indexOf(to), pruneFirst ? "a" : "f");
    }

    private static List<Manifest> render(String name, String fields) {
      return fields.isEmpty() ? List.of() : render(name, fields, fields.contains("SIMPLE"));
    }
  }

  private static String strays(String... kinds) {
    List<OrderedWay> ways = new ArrayList<>();
    for (String from : DECLARED) {
      for (String to : DECLARED) {
        if (!from.equals(to)) {
          ways.add(new OrderedWay(from, to, List.of(kinds), true));
          ways.add(new OrderedWay(from, to, List.of(kinds), false));
        }
      }
    }
    int longest = ways.stream().mapToInt(way -> way.steps.size()).max().orElseThrow();
    return String.join("\n", Way.strays(ways, longest));
  }

  @Test
  void orderOfTheExampleSendsNoPlaintext() {
    assertEquals(
        "",
        strays("Service", "EndpointSlice", "DestinationRule", "ServiceEntry", "VirtualService"));
  }

  /** Argo CD without waves applies these kinds in any order. */
  @Test
  void serviceEntryBeforeItsDestinationRuleSendsPlaintext() {
    assertNotEquals(
        "",
        strays("Service", "ServiceEntry", "EndpointSlice", "DestinationRule", "VirtualService"));
  }
}
