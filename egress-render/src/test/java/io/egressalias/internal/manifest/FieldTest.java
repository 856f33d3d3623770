package io.egressalias.internal.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.object.KnownKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FieldTest {
  /** More objects than those whose trees are kept. */
  private static final int OTHERS = 100;

  private static final Place PLACE = new Place(new Position(1, 1), 0, 0);

  private static Mapping map(String key, Tree value) {
    return new Mapping(PLACE, false, List.of(new Entry(new Scalar(PLACE, key, true), value)));
  }

  private static ManifestObject service(String text) {
    Mapping port = map("name", new Scalar(PLACE, text, true));
    Mapping tree = map("spec", map("ports", new Sequence(PLACE, false, 0, List.of(port))));
    return new ManifestObject(
        KnownKind.SERVICE.id(Optional.empty(), "api"), KnownKind.SERVICE, "a.yaml", tree);
  }

  private static Field port(ManifestObject service) {
    return Field.of(service, "spec", "ports").items().get(0);
  }

  private static void readOthers(PackedTrees trees) {
    for (int i = 0; i < OTHERS; i++) {
      assertEquals("other", port(service("other").packed(trees)).at("name").text());
    }
  }

  @Test
  void fieldsOfSmallPackedObjectsDoNotRetainTheirTrees() {
    PackedTrees trees = new PackedTrees();
    Field port = port(service("http").packed(trees));
    Object before = port.tree();
    readOthers(trees);
    assertNotSame(before, port.tree());
    assertEquals("http", port.at("name").text());
    assertFalse(port.at("protocol").present());
  }

  @Test
  void fieldsOfLargePackedObjectsRetainTheirTrees() {
    PackedTrees trees = new PackedTrees();
    String text = "a".repeat(5_000);
    Field port = port(service(text).packed(trees));
    Object before = port.tree();
    readOthers(trees);
    assertSame(before, port.tree());
    assertEquals(text, port.at("name").text());
  }

  @Test
  void nullOfPackedObjectIsAbsent() {
    Field name = port(service("null").packed(new PackedTrees())).at("name");
    assertFalse(name.present());
    assertEquals("", name.text());
  }
}
