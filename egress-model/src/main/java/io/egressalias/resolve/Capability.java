package io.egressalias.resolve;

import static io.egressalias.model.PlatformFact.APP_PROTOCOL;
import static io.egressalias.model.PlatformFact.IP_FAMILIES;
import static io.egressalias.model.PlatformFact.ISTIO_WORKLOAD_SELECTOR;
import static io.egressalias.resolve.Support.ALWAYS;
import static io.egressalias.resolve.Support.NEVER;
import static io.egressalias.resolve.Support.since;

import io.egressalias.model.ExternalName;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A capability that an alias may use, with the support of each form for it. Each row lists the
 * support of the direct form of {@code externalName}, of {@code endpoints} and of {@code selector},
 * and then of each form that routes traffic.
 */
public enum Capability {
  /** Declare {@code tls}, including {@code DISABLE}. */
  CHOOSE_TLS(ALWAYS, ALWAYS, NEVER, ALWAYS, ALWAYS),

  /** Encrypt the traffic of the workload. */
  ORIGINATE_TLS(NEVER, NEVER, NEVER, ALWAYS, ALWAYS),

  /** Replace the Host header. */
  REWRITE_AUTHORITY(NEVER, NEVER, NEVER, ALWAYS, ALWAYS),

  /** Restrict the alias to selected pods. */
  SELECT_WORKLOADS(NEVER, NEVER, NEVER, since(ISTIO_WORKLOAD_SELECTOR), NEVER),

  /** Map a port to a target port with another number. */
  MAP_PORTS(NEVER, ALWAYS, ALWAYS, ALWAYS, ALWAYS),

  /** Map ports of a Service without a cluster IP. */
  MAP_PORTS_OF_HEADLESS(NEVER, NEVER, ALWAYS, ALWAYS, ALWAYS),

  /** Use a target port that is given by name. */
  NAME_TARGET_PORTS(NEVER, NEVER, ALWAYS, NEVER, NEVER),

  /** Render a Service without a cluster IP. */
  HEADLESS(NEVER, since(IP_FAMILIES), NEVER, NEVER, NEVER),

  /** Name addresses. */
  NAME_ADDRESSES(NEVER, ALWAYS, NEVER, NEVER, NEVER),

  /** Reach IPv6 addresses. */
  IPV6(ALWAYS, since(IP_FAMILIES), ALWAYS, ALWAYS, ALWAYS),

  /** Carry other transport protocols than TCP. */
  DATAGRAMS(ALWAYS, ALWAYS, ALWAYS, NEVER, NEVER),

  /** Carry SCTP, in addition to {@link #DATAGRAMS}. */
  SCTP(PlatformFact.SCTP),

  /** Declare {@code appProtocol}. */
  DECLARE_PROTOCOL(APP_PROTOCOL),

  /** Pass through TLS that the workload speaks. */
  PASS_TLS_THROUGH(ALWAYS, ALWAYS, ALWAYS, since(APP_PROTOCOL), since(APP_PROTOCOL));

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum
  private final Direct direct;

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum
  private final Support sidecar;

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum
  private final Support waypoint;

  Capability(
      Support externalName,
      Support endpoints,
      Support selector,
      Support sidecar,
      Support waypoint) {
    this.direct = new Direct(externalName, endpoints, selector);
    this.sidecar = sidecar;
    this.waypoint = waypoint;
  }

  /** A capability that depends on the release of the cluster and not on the form. */
  Capability(PlatformFact fact) {
    this(since(fact), since(fact), since(fact), since(fact), since(fact));
  }

  /** Returns the support of a form for a target. */
  Support in(Form form, Target target) {
    return switch (form) {
      case DIRECT -> target.match(direct);
      case SIDECAR -> sidecar;
      case WAYPOINT -> waypoint;
    };
  }

  /**
   * Returns the forms and releases that support this, such as {@code endpoints in the direct form
   * since Kubernetes 1.21, the routed form}.
   */
  public String availability() {
    List<String> places = new ArrayList<>();
    add("externalName in the direct form", direct.ofHost, places);
    add("endpoints in the direct form", direct.ofAddresses, places);
    add("selector", direct.ofPods, places);
    if (waypoint.equals(sidecar)) {
      add("the routed form", sidecar, places);
    } else {
      add("the routed form with sidecars", sidecar, places);
      add("the routed form with a waypoint", waypoint, places);
    }
    return String.join(", ", places);
  }

  private static void add(String place, Support support, List<String> places) {
    if (support.possible()) {
      places.add(support.since().map(fact -> place + " since " + fact.since()).orElse(place));
    }
  }

  private record Direct(Support ofHost, Support ofAddresses, Support ofPods)
      implements Target.Cases<Support> {
    @Override
    public Support externalName(ExternalName target) {
      return ofHost;
    }

    @Override
    public Support endpoints(StaticEndpoints target) {
      return ofAddresses;
    }

    @Override
    public Support selector(PodSelector target) {
      return ofPods;
    }
  }
}
