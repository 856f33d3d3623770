package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.plan.Plan;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * After each step of a plan, a call ends at the destination of the old declaration, at that of the
 * new one, or nowhere. Istio's code decides where the calls end.
 */
final class PlannedStatesTest {
  private static final List<String> PORTS = List.of("http://%s.shop:80", "tcp://%s.shop:6379");

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
      String declaration =
          """
          apiVersion: egressalias.io/v1alpha1
          kind: EgressAliases
          metadata: {name: plans}
          spec:
            platform: {kubernetes: "1.34", istio: "1.27"}
            namespace: shop
            aliases:
            - {name: %s, %s, ports: [{name: http, port: 80%s}, {name: redis, port: 6379%s}]}
          """
              .formatted(
                  name,
                  fields,
                  mapped ? ", targetPort: 443" : "",
                  mapped ? ", targetPort: 6380" : "");
      return ManifestRenderer.render(DeclarationReader.read("plans", declaration));
    }
  }

  /** A transition between two declarations, and the objects in the cluster during it. */
  private static final class PlannedWay extends Way {
    private final String name;
    private final List<Step> steps;

    PlannedWay(Declared from, Declared to) {
      name = (from + "-to-" + to).toLowerCase(Locale.ROOT).replace('_', '-');
      List<Manifest> before = from.render(name);
      steps = Plan.between(before, to.render(name)).steps();
      for (Step step : Plan.between(List.of(), before).steps()) {
        take(step, held);
      }
    }

    @Override
    List<Step> steps() {
      return steps;
    }

    @Override
    String outcome(String call, Sidecar sidecar) {
      return sidecar.outcome(call);
    }

    @Override
    List<String> calls() {
      return PORTS.stream().map(port -> port.formatted(name)).toList();
    }

    @Override
    List<String> strays() {
      List<String> first = outcomes.get(0);
      List<String> last = outcomes.get(steps.size());
      List<String> strays = new ArrayList<>();
      for (int state = 1; state < steps.size(); state++) {
        for (int call = 0; call < PORTS.size(); call++) {
          String outcome = outcomes.get(state).get(call);
          boolean declared = outcome.equals(first.get(call)) || outcome.equals(last.get(call));
          if (!declared && !outcome.equals(Sidecar.NOTHING)) {
            strays.add(calls().get(call) + " after " + steps.get(state - 1) + ": " + outcome);
          }
        }
      }
      return strays;
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
