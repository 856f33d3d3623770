package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.resolve.ClusterName;
import io.egressalias.resolve.ClusterName.ServiceName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports an alias whose {@code externalName} leads back to it through other aliases of the set.
 * Stateful: use one instance for each set.
 */
final class CircleRule implements AliasRule {
  /**
   * A Service to which each alias leads: the next one, or a later one that {@link #end} found.
   * There is no circle in it.
   */
  private final Map<ServiceName, ServiceName> next = new HashMap<>();

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    Optional<ClusterName> name = alias.resolved().clusterName();
    if (name.isEmpty() || name.get().service().isEmpty()) {
      return;
    }
    ServiceName target = name.get().service().get();
    ServiceName own = new ServiceName(alias.declared().name(), alias.resolved().namespace());
    // Other rules report an alias of itself and a second alias of the same name.
    if (own.equals(target) || next.containsKey(own)) {
      return;
    }
    if (!end(target).equals(own)) {
      next.put(own, target);
      return;
    }
    findings.add(
        Rule.CIRCLE,
        alias.path("externalName"),
        "`%s` is an alias that leads back to this alias, so no name in the circle has an address"
            .formatted(Quoted.shortened(name.get().host())),
        "Write a name that is not an alias of this alias, such as `externalName: db.example.com`");
  }

  /** Returns the last Service of a chain, and shortens the chain for the next search. */
  private ServiceName end(ServiceName start) {
    ServiceName end = start;
    ServiceName following = next.get(end);
    while (following != null) {
      end = following;
      following = next.get(end);
    }
    ServiceName passed = start;
    while (!passed.equals(end)) {
      ServiceName after = next.put(passed, end);
      passed = after == null ? end : after;
    }
    return end;
  }
}
