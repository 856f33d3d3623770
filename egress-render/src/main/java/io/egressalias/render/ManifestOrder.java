package io.egressalias.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which objects are written. */
public enum ManifestOrder {
  /** The order for applying: an object comes after the objects to which it refers. */
  APPLY {
    @Override
    public List<Manifest> arrange(List<Manifest> manifests) {
      return List.copyOf(manifests);
    }
  },
  /** The order for deleting: the reverse of {@link #APPLY}. */
  DELETE {
    @Override
    public List<Manifest> arrange(List<Manifest> manifests) {
      List<Manifest> reversed = new ArrayList<>(manifests);
      Collections.reverse(reversed);
      return List.copyOf(reversed);
    }
  };

  /**
   * Returns manifests in this order.
   *
   * @param manifests manifests in the order {@link #APPLY}
   */
  public abstract List<Manifest> arrange(List<Manifest> manifests);
}
