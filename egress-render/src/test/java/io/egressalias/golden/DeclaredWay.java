package io.egressalias.golden;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.List;

/** A transition between two declarations of an alias with a port for HTTP and one for TCP. */
abstract class DeclaredWay extends Way {
  private static final List<String> PORTS = List.of("http://%s.shop:80", "tcp://%s.shop:6379");

  private final String name;

  /** Creates a transition of an alias with a name. */
  DeclaredWay(String name) {
    this.name = name;
  }

  /**
   * Renders the alias.
   *
   * @param fields its target and its TLS
   * @param mapped whether the server listens on other ports
   */
  static List<Manifest> render(String name, String fields, boolean mapped) {
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

  /** Returns whether a call may end so only if the old or the new declaration says so. */
  abstract boolean mustBeDeclared(String outcome);

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
    List<Step> steps = steps();
    List<String> first = outcomes.get(0);
    List<String> last = outcomes.get(steps.size());
    List<String> strays = new ArrayList<>();
    for (int state = 1; state < steps.size(); state++) {
      for (int call = 0; call < PORTS.size(); call++) {
        String outcome = outcomes.get(state).get(call);
        boolean declared = outcome.equals(first.get(call)) || outcome.equals(last.get(call));
        if (!declared && mustBeDeclared(outcome)) {
          strays.add(calls().get(call) + " after " + steps.get(state - 1) + ": " + outcome);
        }
      }
    }
    return strays;
  }
}
