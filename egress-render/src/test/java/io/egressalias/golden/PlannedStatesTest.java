package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.plan.Plan;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * After each step of a plan, a call ends at the destination of the old declaration, at that of the
 * new one, or nowhere. Istio's code decides where the calls end.
 */
final class PlannedStatesTest {
  /** The declaration of an alias before and after a plan. */
  private enum Declared {
    NOTHING(""),
    HOST("externalName: api.example.com, tls: {mode: DISABLE}"),
    TLS("externalName: api.example.com, tls: {mode: SIMPLE}"),
    TLS_OF_ANOTHER_HOST("externalName: www.example.com, tls: {mode: SIMPLE}"),
    TLS_WITH_ANOTHER_NAME("externalName: api.example.com, tls: {mode: SIMPLE, sni: a.example.com}"),
    AUTHORITY("externalName: api.example.com, authority: api.example.com, tls: {mode: DISABLE}"),
    ANOTHER_PORT("externalName: api.example.com, tls: {mode: DISABLE}"),
    PRESERVED("externalName: api.example.com, preserveAuthority: true, tls: {mode: SIMPLE}"),
    ADDRESSES("endpoints: [192.0.2.10], tls: {mode: DISABLE}"),
    TLS_OF_ADDRESSES("endpoints: [192.0.2.10], tls: {mode: SIMPLE, sni: api.example.com}"),
    SELECTED(
        "externalName: api.example.com, workloadSelector: {matchLabels: {app: curl}}, tls: {mode:"
            + " MUTUAL, credentialName: c}");

    private final String fields;

    Declared(String fields) {
      this.fields = fields;
    }

    List<Manifest> render(String name) {
      if (this == NOTHING) {
        return List.of();
      }
      boolean mapped =
          this == ANOTHER_PORT || fields.contains("SIMPLE") || fields.contains("MUTUAL");
      return DeclaredWay.render(name, fields, mapped);
    }
  }

  /** A transition between two declarations, and the objects in the cluster during it. */
  private static final class PlannedWay extends DeclaredWay {
    private final List<Step> steps;

    PlannedWay(Declared from, Declared to) {
      super(name(from, to));
      List<Manifest> before = from.render(name(from, to));
      steps = Plan.between(before, to.render(name(from, to))).steps();
      for (Step step : Plan.between(List.of(), before).steps()) {
        take(step, held);
      }
    }

    private static String name(Declared from, Declared to) {
      return (from + "-to-" + to).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    List<Step> steps() {
      return steps;
    }

    @Override
    boolean mustBeDeclared(String outcome) {
      return !outcome.equals(Sidecar.NOTHING);
    }
  }

  @Test
  void callsDuringAPlanReachOnlyDeclaredDestinations() {
    List<PlannedWay> ways = new ArrayList<>();
    for (Declared from : Declared.values()) {
      for (Declared to : Declared.values()) {
        if (from != to) {
          ways.add(new PlannedWay(from, to));
        }
      }
    }
    int longest = ways.stream().mapToInt(way -> way.steps.size()).max().orElseThrow();
    assertTrue(longest > 3, () -> "steps: " + longest);
    assertEquals("", String.join("\n", Way.strays(ways, longest)));
  }
}
