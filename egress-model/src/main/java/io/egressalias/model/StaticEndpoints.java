package io.egressalias.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * External IP addresses, each with or without a hostname.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
 *     Services without selectors</a>
 */
public final class StaticEndpoints implements Target {
  private final List<EndpointAddress> endpoints;
  private final List<String> addresses;

  /** Makes a target of addresses without hostnames. */
  public StaticEndpoints(List<String> addresses) {
    this.addresses = List.copyOf(addresses);
    List<EndpointAddress> unnamed = new ArrayList<>(addresses.size());
    for (String address : addresses) {
      unnamed.add(EndpointAddress.of(address));
    }
    this.endpoints = Collections.unmodifiableList(unnamed);
  }

  private StaticEndpoints(Collection<EndpointAddress> endpoints) {
    this.endpoints = List.copyOf(endpoints);
    List<String> texts = new ArrayList<>(endpoints.size());
    for (EndpointAddress endpoint : endpoints) {
      texts.add(endpoint.address());
    }
    this.addresses = Collections.unmodifiableList(texts);
  }

  /** Returns a target of addresses, in their order. */
  public static StaticEndpoints of(Collection<EndpointAddress> endpoints) {
    return new StaticEndpoints(endpoints);
  }

  /** Returns the addresses with their hostnames. */
  public List<EndpointAddress> endpoints() {
    return endpoints;
  }

  /** Returns the addresses alone. */
  public List<String> addresses() {
    return addresses;
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.endpoints(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StaticEndpoints that && endpoints.equals(that.endpoints);
  }

  @Override
  public int hashCode() {
    return endpoints.hashCode();
  }

  @Override
  public String toString() {
    return "StaticEndpoints" + endpoints;
  }
}
