package io.egressalias.internal.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedTreesTest {

  private static Place at(int line, int column) {
    return new Place(new Position(line, column), 0, 0);
  }

  private static Mapping map(Place place, boolean flow, String key, Tree value) {
    return new Mapping(place, flow, List.of(new Entry(new Scalar(place, key, true), value)));
  }

  /** Returns all that a tree has, with the place of each part. */
  private static String shown(Tree tree) {
    if (tree instanceof Scalar || (tree instanceof Sequence list && list.items().isEmpty())) {
      return tree.toString();
    }
    List<String> parts = new ArrayList<>();
    if (tree instanceof Sequence list) {
      list.items().forEach(item -> parts.add(shown(item)));
      return "list " + list.place() + list.flow() + list.dash() + parts;
    }
    Mapping map = (Mapping) tree;
    map.entries().forEach(entry -> parts.add(entry.key() + "=" + shown(entry.value())));
    return "map " + map.place() + map.flow() + parts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "80", "höst", "主机", "a\ud800b", "\ud83d\ude00", "line\nend\u0000\u00ff"})
  void textsStayTheSame(String text) {
    Mapping tree = map(at(3, 1), false, text, new Scalar(at(3, 9), text, false));
    assertEquals(shown(tree), shown(new PackedTrees().pack(tree).tree()));
  }

  @Test
  void longTextsAndLargePlacesStayTheSame() {
    String text = "a".repeat(100_000);
    Scalar last = new Scalar(at(2, 1), text, true);
    Mapping tree = map(at(Integer.MAX_VALUE, 1_000_000), true, "k", last);
    assertEquals(shown(tree), shown(new PackedTrees().pack(tree).tree()));
  }

  @Test
  void stylesStayTheSame() {
    Sequence block =
        new Sequence(
            at(5, 3), false, 2, List.of(map(at(5, 5), true, "a", new Scalar(at(5, 9), "b", true))));
    Sequence flow = new Sequence(at(6, 3), true, 7, List.of());
    Mapping tree =
        new Mapping(
            at(4, 1),
            false,
            List.of(
                new Entry(new Scalar(at(4, 1), "block", true), block),
                new Entry(new Scalar(at(6, 1), "flow", false), flow)));
    assertEquals(shown(tree), shown(new PackedTrees().pack(tree).tree()));
  }

  @Test
  void treesWithMoreKeysThanAreSharedStayTheSame() {
    PackedTrees trees = new PackedTrees();
    List<String> expected = new ArrayList<>();
    List<PackedTree> packed = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Mapping tree = map(at(i + 1, 1), false, "key-" + i, new Scalar(at(i + 1, 8), "v", true));
      expected.add(shown(tree));
      packed.add(trees.pack(tree));
    }
    assertEquals(expected, packed.stream().map(each -> shown(each.tree())).toList());
  }

  @Test
  void treeIsMadeOnceForRulesThatAskInTurn() {
    PackedTree packed = new PackedTrees().pack(map(at(1, 1), false, "a", Mapping.empty()));
    assertSame(packed.tree(), packed.tree());
  }
}
