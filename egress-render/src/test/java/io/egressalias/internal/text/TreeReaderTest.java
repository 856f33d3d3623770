package io.egressalias.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.Unreadable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value has its place in the text, for any characters before it. */
final class TreeReaderTest {

  /** Accepts tags, and reads YAML aliases as the values that they repeat. */
  private record Small(int depth, int values) implements Dialect {
    @Override
    public boolean uniqueKeys() {
      return values < 10;
    }

    @Override
    public void tag(String tag, Position position) {
      // Each test chooses the allowed tags.
    }

    @Override
    public Scalar key(Tree key) throws Unreadable {
      throw new Unreadable(Reason.KEY, key.position(), key.found());
    }

    @Override
    public Tree repeated(String anchor, Tree known, Place place) {
      return known;
    }
  }

  private static Tree read(String text) throws Unreadable {
    return Objects.requireNonNull(new TreeReader(text, 1, new Small(9, 99)).next());
  }

  private static void scalars(Tree tree, List<Scalar> found) {
    if (tree instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        found.add(entry.key());
        scalars(entry.value(), found);
      }
    } else if (tree instanceof Sequence sequence) {
      sequence.items().forEach(item -> scalars(item, found));
    } else {
      found.add((Scalar) tree);
    }
  }

  private static String repeat(String before, String text) {
    return (before + text).replace("N", "\n").replace("R", "\r").replace("W", "\uD83D\uDE00");
  }

  /** N is a line feed, R a carriage return, W a surrogate pair. */
  @ParameterizedTest
  @ValueSource(strings = {"", "N", "R", "RN", "# WN", "#WWRN", "x: WN", "WW: {W: [W, W]}R", "# éN"})
  void placesAreOffsetsIntoTheText(String before) throws Unreadable {
    String text = repeat(before, "a: bNc:N- dN- {e: fW}RNg: WhR");
    List<Scalar> scalars = new ArrayList<>();
    scalars(read(text), scalars);
    assertTrue(scalars.size() >= 8, scalars::toString);
    for (Scalar scalar : scalars) {
      Place place = scalar.place();
      assertEquals(scalar.text(), text.substring(place.start(), place.end()));
      String lines = text.substring(0, place.start()).replace("\r\n", "\n").replace('\r', '\n');
      int line = (int) lines.chars().filter(c -> c == '\n').count() + 1;
      String last = lines.substring(lines.lastIndexOf('\n') + 1);
      int column = last.codePointCount(0, last.length()) + 1;
      assertEquals(new Position(line, column), scalar.position());
    }
  }

  @Test
  void linesCountFromTheFirst() throws Unreadable {
    Tree tree = Objects.requireNonNull(new TreeReader("\n a: b", 40, new Small(9, 99)).next());
    assertEquals(new Position(41, 2), tree.position());
  }

  @ParameterizedTest
  @CsvSource({
    "'k: [a, b]', 3, true",
    "'k:N- a', 0, false",
    "'k:N  - a', 2, false",
    "'k: &x # WN  - a', 2, false",
    "'W: !!seqN- a', 0, false"
  })
  void dashIsTheColumnOfTheFirstDash(String text, int dash, boolean flow) throws Unreadable {
    Tree tree = ((Mapping) read(repeat("", text))).entries().get(0).value();
    assertEquals(dash, ((Sequence) tree).dash());
    assertEquals(flow, ((Sequence) tree).flow());
  }

  @Test
  void aliasHasTheValueOfItsAnchor() throws Unreadable {
    Mapping map = (Mapping) read("a: &x [1]\nb: *x\n");
    assertSame(map.value("a"), map.value("b"));
  }

  @Test
  void anchorsEndWithTheirDocument() throws Unreadable {
    TreeReader reader = new TreeReader("--- &x a\n--- *x\n", 1, new Small(9, 99));
    assertTrue(reader.next() instanceof Scalar);
    assertEquals(Reason.ALIAS, assertThrows(Unreadable.class, reader::next).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "'[[[a]]]', DEPTH, 4",
    "'[a, {c: [[d]]}]', DEPTH, 10",
    "'[a, b, c, d, e, f]', VALUES, 17",
    "'[&x [a, b], *x]', VALUES, 13",
    "'{a: b, a: c}', DUPLICATE, 8",
    "'[*x]', ALIAS, 2",
    "'{[a]: b}', KEY, 2",
    "'a: &x [*x]', ALIAS, 8"
  })
  void unreadableValueHasAPlace(String text, Reason reason, int column) {
    TreeReader reader = new TreeReader(text, 1, new Small(3, 6));
    Unreadable e = assertThrows(Unreadable.class, reader::next);
    assertEquals(reason, e.reason());
    assertEquals(new Position(1, column), e.position());
  }

  @Test
  void stringTagMakesAString() throws Unreadable {
    List<Scalar> scalars = new ArrayList<>();
    scalars(read("[1, !!str 1, ! 1, '1', !!int 1]"), scalars);
    assertEquals(
        List.of(true, false, false, false, true), scalars.stream().map(Scalar::plain).toList());
  }
}
