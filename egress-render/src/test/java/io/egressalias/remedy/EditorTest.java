package io.egressalias.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does what remedies say, in small documents; the fields are those of {@link #FIELDS}. */
final class EditorTest {
  private static final Set<String> FIELDS =
      Set.of(
          "spec.a", "spec.ports", "spec.ports[0].n", "spec.ports[0].p", "spec.tls", "spec.tls.m");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write `b`| spec.a| {spec: {a: x}}| {spec: {a: b}}",
        "Write `a: b`| spec.a| {spec: {a: x}}| {spec: {a: b}}",
        "Write a value such as `b`| spec.a| {spec: {a: x}}| {spec: {a: b}}",
        "Write a shorter `a`| spec.a| {spec: {a: x}}| ",
        "Add `p: 1`| spec.ports[0]| {spec: {ports: [{n: x}]}}| {spec: {ports: [{n: x, p: 1}]}}",
        "Add `a: b`| spec.ports[0].n| {spec: {ports: [{n: x}]}}| {spec: {ports: [{n: x}], a: b}}",
        "Declare `spec.tls.m: N`| spec.a| {spec: {a: x}}| {spec: {a: x, tls: {m: N}}}",
        "Declare `m: N` in `tls`| spec.a| {spec: {a: x}}| {spec: {a: x, tls: {m: N}}}",
        "Write `n: x` and `p: 2`| spec.ports[0].p| {spec: {ports: [{p: 1}]}}| {spec: {ports: [{p: 2, n: x}]}}",
        "Write `{n: y}`| spec.ports[0]| {spec: {ports: [{n: x, p: 1}]}}| {spec: {ports: [{n: y}]}}",
        "Remove `a`| spec.a| {spec: {a: x}}| {spec: {}}",
        "Remove `a`| spec.tls.m| {spec: {a: x, tls: {m: N}}}| {spec: {tls: {m: N}}}",
        "Remove the port| spec.ports[0].n| {spec: {ports: [{n: x}]}}| {spec: {ports: []}}",
        "Remove `ports[1]`| spec.ports[1]| {spec: {ports: [x, x]}}| {spec: {ports: [x]}}",
        "Remove `b`| spec.a| {spec: {a: x}}| ",
        "Rename `a` to `b`| spec.a| {spec: {a: x}}| {spec: {b: x}}",
        "Rename the key to `b`| spec.a| {spec: {a: x}}| {spec: {b: x}}",
        "Rename it to `b`| spec.a| {spec: {a: x}}| {spec: {a: b}}",
        "Replace `a` with `tls: {m: N}`| spec.a| {spec: {a: x}}| {spec: {tls: {m: N}}}",
        "Replace `_` with `-`| spec.a| {spec: {a: x_y}}| {spec: {a: x-y}}",
        "Move `a` to `tls`| spec.a| {spec: {a: x, tls: {}}}| {spec: {tls: {a: x}}}",
        "Move the port to another alias without `tls`| aliases[0].ports[1]| {aliases: [{name: a, tls: {}, ports: [{name: x}, {name: y}]}]}| {aliases: [{name: a, tls: {}, ports: [{name: x}]}, {name: a-y, ports: [{name: y}]}]}",
        "Keep one of `a` and `tls`| spec.a| {spec: {a: x, tls: y}}| {spec: {a: x}} {spec: {tls: y}}",
        "Keep one `a`| spec.a| {spec: {a: x, a: y}}| {spec: {a: y}} {spec: {a: x}}"
      })
  void edits(String remedy, String path, String before, String after) {
    Editor editor =
        new Editor(
            new Places(List.of(), Typed.path(path), (tree, place) -> FIELDS.contains(text(place))));
    List<Tree> edited = editor.apply(tree(before), Remedy.of(remedy).alternatives().get(0));
    List<Tree> expected =
        after == null
            ? List.of()
            : List.of(after.split("(?<=}) (?=\\{)")).stream().map(EditorTest::tree).toList();
    assertEquals(Trees.write(expected), Trees.write(edited));
  }

  private static Tree tree(String text) {
    return Trees.read(text).orElseThrow().get(0);
  }

  private static String text(List<Step> path) {
    return new FieldPath(path).toString();
  }
}
