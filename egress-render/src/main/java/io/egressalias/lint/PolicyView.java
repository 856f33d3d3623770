package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The {@code trafficPolicy} of a DestinationRule or of one of its subsets. */
final class PolicyView {
  private final Field tls;

  /** The first settings of each port. */
  private final Map<Integer, Field> ofPorts;

  private PolicyView(Field policy) {
    this.tls = policy.at("tls");
    Map<Integer, Field> read = new HashMap<>();
    for (Field setting : policy.at("portLevelSettings").items()) {
      OptionalInt number = setting.at("port").at("number").number();
      if (number.isPresent()) {
        read.putIfAbsent(number.getAsInt(), setting);
      }
    }
    this.ofPorts = Map.copyOf(read);
  }

  /** Reads a policy, which may be absent. */
  static PolicyView of(Field policy) {
    return new PolicyView(policy);
  }

  /** Returns the ports that have settings of their own. */
  Set<Integer> ports() {
    return ofPorts.keySet();
  }

  /** Returns whether a port has settings of its own. */
  boolean hasPort(int port) {
    return ofPorts.containsKey(port);
  }

  /** Returns the TLS settings of ports without settings of their own; empty: none. */
  Optional<Field> tls() {
    return tls.present() ? Optional.of(tls) : Optional.empty();
  }

  /** Returns the TLS settings for a port, whose own settings replace the others; empty: none. */
  Optional<Field> tls(int port) {
    Field own = ofPorts.get(port);
    if (own == null) {
      return tls();
    }
    Field ofPort = own.at("tls");
    return ofPort.present() ? Optional.of(ofPort) : Optional.empty();
  }
}
