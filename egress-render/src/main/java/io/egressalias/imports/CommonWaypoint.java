package io.egressalias.imports;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.Waypoint;
import io.egressalias.model.Waypoint.Named;
import io.egressalias.resolve.ResolvedAlias;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves the waypoint of most aliases to the platform of their declaration. */
final class CommonWaypoint {
  private CommonWaypoint() {}

  /** Returns the platform with a waypoint: the declared one, or that of most aliases. */
  static Platform in(Platform platform, List<ImportedAlias> aliases) {
    if (platform.waypoint().isPresent()) {
      return platform;
    }
    Map<Waypoint, Integer> counts = new LinkedHashMap<>();
    for (ImportedAlias each : aliases) {
      Optional<Waypoint> waypoint = each.alias().waypoint();
      if (waypoint.isPresent() && isRouted(platform, each.alias())) {
        count(waypoint.get(), each.alias(), counts);
      }
    }
    Optional<Waypoint> most = Optional.empty();
    int highest = 0;
    for (Map.Entry<Waypoint, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > highest) {
        most = Optional.of(entry.getKey());
        highest = entry.getValue();
      }
    }
    return platform.toBuilder().waypoint(most).build();
  }

  /** The waypoint of the platform is that of routed aliases only. */
  private static boolean isRouted(Platform platform, EgressAlias alias) {
    return ResolvedAlias.of(alias, platform).isRouted();
  }

  /** A name without a namespace means another waypoint in each namespace of aliases. */
  private static void count(Waypoint waypoint, EgressAlias alias, Map<Waypoint, Integer> counts) {
    counts.merge(waypoint, 1, Integer::sum);
    if (waypoint instanceof Named named && named.namespace().isEmpty()) {
      counts.merge(Waypoint.named(named.name(), alias.effectiveNamespace()), 1, Integer::sum);
    }
  }

  /** Returns an alias without a waypoint that its platform has. */
  static EgressAlias without(Platform platform, EgressAlias alias) {
    Optional<Waypoint> common = platform.waypoint();
    Optional<Waypoint> own = alias.waypoint();
    return common.isPresent()
            && own.isPresent()
            && isRouted(platform, alias)
            && full(common.get(), alias).equals(full(own.get(), alias))
        ? alias.toBuilder().waypoint(Optional.empty()).build()
        : alias;
  }

  private static Waypoint full(Waypoint waypoint, EgressAlias alias) {
    return waypoint instanceof Named named && named.namespace().isEmpty()
        ? Waypoint.named(named.name(), alias.effectiveNamespace())
        : waypoint;
  }
}
