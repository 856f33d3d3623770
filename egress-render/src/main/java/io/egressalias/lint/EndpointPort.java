package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A port of an Endpoints object or an EndpointSlice.
 *
 * @param field the port
 * @param name its name; empty: none
 * @param number its number; empty: none
 */
record EndpointPort(Field field, String name, OptionalInt number) {

  /** Returns the ports of an object, in their order. */
  static List<EndpointPort> of(ManifestObject object) {
    List<EndpointPort> ports = new ArrayList<>();
    if (object.kind() == KnownKind.ENDPOINT_SLICE) {
      add(Field.of(object, "ports"), ports);
    } else {
      for (Field subset : Field.of(object, "subsets").items()) {
        add(subset.at("ports"), ports);
      }
    }
    return ports;
  }

  private static void add(Field list, List<EndpointPort> ports) {
    for (Field port : list.items()) {
      ports.add(new EndpointPort(port, port.at("name").text(), port.at("port").number()));
    }
  }
}
