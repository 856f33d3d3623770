package io.egressalias.yaml;

import io.egressalias.internal.text.PrettyJson;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes manifests as JSON, in the one document that kubectl accepts: a List of version v1. */
public final class ManifestJson {
  private ManifestJson() {}

  /** Returns manifests as a List, with a newline at the end. */
  public static String write(Iterable<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    try {
      write(manifests, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes manifests as a List, one manifest at a time.
   *
   * @throws IOException if {@code out} throws it
   */
  public static void write(Iterable<Manifest> manifests, Appendable out) throws IOException {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", "v1").put("kind", "List");
    ArrayNode items = list.putArray("items");
    PrettyJson.write(list, items, new Trees(manifests), out);
  }

  private record Trees(Iterable<Manifest> manifests) implements Iterable<ObjectNode> {
    @Override
    public Iterator<ObjectNode> iterator() {
      Iterator<Manifest> rest = manifests.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }

        @Override
        public ObjectNode next() {
          return rest.next().tree();
        }
      };
    }
  }
}
