package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.model.Protocol;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a Service, of Endpoints or of an EndpointSlice.
 *
 * @param field the port in the object
 * @param name the name; empty: none
 * @param number the number
 */
record ReadPort(Field field, String name, Protocol protocol, int number) {

  /**
   * Reads a port; empty: it has no number or no protocol that the API server accepts, and a finding
   * says so.
   */
  static Optional<ReadPort> of(Field field, Changes changes) {
    OptionalInt number = field.at("port").number();
    Optional<Protocol> protocol = protocol(field.at("protocol").text());
    if (number.isEmpty()) {
      Wrong.number(field.at("port"), changes);
      return Optional.empty();
    }
    if (protocol.isEmpty()) {
      Wrong.protocol(field.at("protocol"), changes);
      return Optional.empty();
    }
    return Optional.of(
        new ReadPort(field, field.at("name").text(), protocol.get(), number.getAsInt()));
  }

  private static Optional<Protocol> protocol(String text) {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(text)) {
        return Optional.of(protocol);
      }
    }
    return text.isEmpty() ? Optional.of(Protocol.TCP) : Optional.empty();
  }

  /** Returns what connects a port of a Service to one of its endpoints. */
  String key() {
    return name + "/" + protocol;
  }

  /** Returns the port for a message: {@code `http` (80)}, or its number if it has no name. */
  String words() {
    String transport =
        protocol == Protocol.TCP ? "" : " " + protocol.name().toUpperCase(Locale.ROOT);
    return (name.isEmpty() ? "`" + number + "`" : "`" + name + "` (" + number + ")") + transport;
  }
}
