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
 * What an alias may ask for, and which form can do it since which release: a table with one row for
 * each capability. The columns are the direct form of {@code externalName}, of {@code endpoints}
 * and of {@code selector}, and then each form in which traffic is routed.
 */
public enum Capability {
  /** Say which TLS there is, or that there is none. */
  CHOOSE_TLS(ALWAYS, ALWAYS, NEVER, ALWAYS),

  /** Encrypt what the workload sends. */
  ORIGINATE_TLS(NEVER, NEVER, NEVER, ALWAYS),

  /** Replace the Host header. */
  REWRITE_AUTHORITY(NEVER, NEVER, NEVER, ALWAYS),

  /** Let selected pods use the alias, and no others. */
  SELECT_WORKLOADS(NEVER, NEVER, NEVER, since(ISTIO_WORKLOAD_SELECTOR)),

  /** Lead from one port to a port with another number. */
  MAP_PORTS(NEVER, ALWAYS, ALWAYS, ALWAYS),

  /** Map ports although the Service has no cluster IP. */
  MAP_PORTS_OF_HEADLESS(NEVER, NEVER, ALWAYS, ALWAYS),

  /** Lead to a port that is found by its name. */
  NAME_TARGET_PORTS(NEVER, NEVER, ALWAYS, NEVER),

  /** Do without a cluster IP. */
  HEADLESS(NEVER, since(IP_FAMILIES), NEVER, NEVER),

  /** Lead to IPv6 addresses. */
  IPV6(ALWAYS, since(IP_FAMILIES), ALWAYS, ALWAYS),

  /** Carry what is not TCP. */
  DATAGRAMS(ALWAYS, ALWAYS, ALWAYS, NEVER),

  /** Carry SCTP, where it carries what is not TCP. */
  SCTP(PlatformFact.SCTP),

  /** Declare the protocol of a port. */
  DECLARE_PROTOCOL(APP_PROTOCOL),

  /** Carry TLS of the workload's own. */
  PASS_TLS_THROUGH(ALWAYS, ALWAYS, ALWAYS, since(APP_PROTOCOL));

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum
  private final Direct direct;

  @SuppressWarnings("ImmutableEnumChecker") // a record of an enum
  private final Support sidecar;

  Capability(Support externalName, Support endpoints, Support selector, Support sidecar) {
    this.direct = new Direct(externalName, endpoints, selector);
    this.sidecar = sidecar;
  }

  /** A capability that depends on the release of the cluster and not on the form. */
  Capability(PlatformFact fact) {
    this(since(fact), since(fact), since(fact), since(fact));
  }

  /** Returns whether a form can do it for a target. */
  Support in(Form form, Target target) {
    return switch (form) {
      case DIRECT -> target.match(direct);
      case SIDECAR -> sidecar;
    };
  }

  /**
   * Returns where it can be done, in words: {@code endpoints in the direct form since Kubernetes
   * 1.21, the routed form}.
   */
  public String availability() {
    List<String> places = new ArrayList<>();
    add("externalName in the direct form", direct.ofHost, places);
    add("endpoints in the direct form", direct.ofAddresses, places);
    add("selector", direct.ofPods, places);
    add("the routed form", sidecar, places);
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
