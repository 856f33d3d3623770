package io.egressalias.cli;

import io.egressalias.model.DataPlane;
import java.util.Iterator;
import java.util.List;

/** The values of {@code --data-plane}. */
final class DataPlaneWords implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return List.of(DataPlane.SIDECAR.word(), DataPlane.AMBIENT.word()).iterator();
  }
}
