package io.egressalias.internal.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.drift.Difference.Kind;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which differences are reported, and how. */
final class ComparisonTest {
  private static final Declared A = Declared.aliases("a");
  private static final Declared AB = Declared.aliases("a", "b");

  private static List<String> said(List<Difference> differences) {
    return differences.stream().map(d -> d.kind() + " " + d).toList();
  }

  private static String hunks(List<Difference> differences) {
    assertEquals(1, differences.size(), differences.toString());
    return differences.get(0).diff();
  }

  private static List<String> headings(List<Difference> differences) {
    return hunks(differences)
        .lines()
        .filter(line -> line.startsWith("@@"))
        .map(line -> line.replaceFirst("@@ .* @@ ?", ""))
        .toList();
  }

  @Test
  void renderedTextEqualsTheWrittenManifests() {
    assertEquals(ManifestYaml.write(AB.manifests()), AB.text());
    assertEquals(ManifestJson.write(AB.manifests()), Rendered.json(AB.manifests()).text());
  }

  @Nested
  final class OfBytes {
    @Test
    void equalTextIsUpToDate() {
      assertEquals(List.of(), AB.bytes(AB.text()));
    }

    @Test
    void absentFileIsMissing() {
      assertEquals(
          List.of("MISSING m.yaml: missing"),
          said(Comparison.ofBytes(AB::place).file("m.yaml", AB.yaml(), Optional.empty())));
    }

    @Test
    void headingOfAChangedLineNamesItsDeclaration() {
      List<Difference> found = AB.bytes(AB.text().replace(": b.example.com", ": c.example.com"));
      assertEquals(List.of("CHANGED m.yaml: differs"), said(found));
      assertEquals(
          """
          --- m.yaml
          +++ m.yaml
          @@ -27,7 +27,7 @@ alias b from egress.yaml:7:5
             name: b
           spec:
             type: ExternalName
          -  externalName: c.example.com
          +  externalName: b.example.com
             ports:
             - name: http
               protocol: TCP
          """,
          hunks(found));
    }

    @Test
    void headingOfEachHunkNamesItsDeclaration() {
      String committed = AB.text().replace("port: 80", "port: 81");
      assertEquals(
          List.of("alias a from egress.yaml:6:5", "alias b from egress.yaml:7:5"),
          headings(AB.bytes(committed)));
    }

    @Test
    void headingNamesUpToThreeDeclarations() {
      Declared many = Declared.aliases("a", "b", "c", "d", "e");
      assertEquals(
          List.of(
              "alias a from egress.yaml:6:5, alias b from egress.yaml:7:5,"
                  + " alias c from egress.yaml:8:5, and 2 more"),
          headings(many.bytes("")));
    }

    @Test
    void headingOfAnAddedObjectNamesItsDeclaration() {
      assertEquals(List.of("alias b from egress.yaml:7:5"), headings(AB.bytes(A.text())));
    }

    @Test
    void headingOfADeletedObjectSaysThatItIsNotDeclared() {
      assertEquals(List.of("declared no more"), headings(A.bytes(AB.text())));
      Declared abc = Declared.aliases("a", "b", "c");
      assertEquals(
          List.of("declared no more"), headings(Declared.aliases("a", "c").bytes(abc.text())));
    }

    @Test
    void headingOfAnAddedLineNamesTheEnclosingObject() {
      String text = AB.text();
      int second = text.indexOf("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: b");
      String atTheEnd = text.substring(0, second) + "status: {}\n" + text.substring(second);
      assertEquals(List.of("alias a from egress.yaml:6:5"), headings(AB.bytes(atTheEnd)));
      String above = text.substring(0, second) + "# ours\n" + text.substring(second);
      assertEquals(List.of("alias b from egress.yaml:7:5"), headings(AB.bytes(above)));
      String within = text.replace("  name: b\nspec:\n", "  name: b\n  labels: {}\nspec:\n");
      assertEquals(
          List.of("alias b from egress.yaml:7:5", "alias b from egress.yaml:7:5"),
          headings(AB.bytes(within)));
      assertEquals(List.of("alias b from egress.yaml:7:5"), headings(AB.bytes(text + "x: 1\n")));
    }

    @Test
    void headingOfAListItemNamesItsDeclaration() {
      Rendered json = Rendered.json(AB.manifests());
      String committed = json.text().replace("b.example.com", "c.example.com");
      List<Difference> found =
          Comparison.ofBytes(AB::place).file("m.json", json, Optional.of(committed));
      assertEquals(List.of("alias b from egress.yaml:7:5"), headings(found));
    }

    @Test
    void differentLineEndsAreReportedWithoutADiff() {
      List<Difference> found = A.bytes(A.text().replace("\n", "\r\n"));
      assertEquals(Kind.CHANGED, found.get(0).kind());
      assertTrue(found.get(0).message().contains("CRLF"), found.get(0).message());
      assertEquals("", found.get(0).diff());
    }

    @Test
    void missingNewlineAtTheEndIsReported() {
      String text = A.text();
      String diff = hunks(A.bytes(text.substring(0, text.length() - 1)));
      assertTrue(
          diff.endsWith(
              "-      mode: DISABLE\n\\ No newline at end of file\n+      mode: DISABLE\n"),
          diff);
    }

    @Test
    void fileNameInTheDiffEndsItsLine() {
      List<Difference> found =
          Comparison.ofBytes(A::place).file("a b.yaml", A.yaml(), Optional.of("x\n"));
      assertTrue(hunks(found).startsWith("--- a b.yaml\t\n+++ a b.yaml\t\n"), hunks(found));
    }

    @Test
    void hugeDiffIsNotShown() {
      Rendered rendered = Rendered.text("a\nb\n".repeat(20_000));
      Optional<String> other = Optional.of("x\ny\n".repeat(20_000));
      List<Difference> found = Comparison.ofBytes(A::place).file("m.yaml", rendered, other);
      assertEquals(List.of("CHANGED m.yaml: differs, in too many lines to show them"), said(found));
      assertEquals("", hunks(found));
    }
  }

  @Nested
  final class OfObjects {
    static Stream<Arguments> sameMeaning() {
      String text = A.text();
      int second = text.indexOf("---", 3);
      return Stream.of(
          Arguments.of("the text itself", text),
          Arguments.of("another order", text.substring(second) + text.substring(0, second)),
          Arguments.of("comments", "# hello\n" + text.replace("spec:\n", "spec: # here\n")),
          Arguments.of("quotes", text.replace("a.example.com", "'a.example.com'")),
          Arguments.of("flow", text.replace("metadata:\n  name: a\n", "metadata: {name: a}\n")),
          Arguments.of(
              "indent",
              text.replace(
                  "  - name: http\n    protocol: TCP\n    port: 80\n",
                  "    - name: http\n      protocol: TCP\n      port: 80\n")),
          Arguments.of("line ends", text.replace("\n", "\r\n")),
          Arguments.of(
              "order of keys",
              text.replace(
                  "    protocol: TCP\n    port: 80\n", "    port: 80\n    protocol: TCP\n")),
          Arguments.of("empty documents", "---\n" + text + "---\n---\n"),
          Arguments.of("a mark of the order of bytes", "\uFEFF" + text),
          Arguments.of("an anchor", text.replaceFirst("name: a\n", "name: &n a\n")),
          Arguments.of("JSON", ManifestJson.write(A.manifests())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameMeaning")
    void equalObjectsAreUpToDate(String what, String committed) {
      assertEquals(List.of(), A.objects(committed), what);
    }

    static Stream<Arguments> otherMeaning() {
      return Stream.of(
          Arguments.of("port: 80", "port: \"80\"", "Service a"),
          Arguments.of("port: 80", "port: 0x50", "Service a"),
          Arguments.of("port: 80", "port: 8080", "Service a"),
          Arguments.of(
              "metadata:\n  name: a\nspec:\n  type",
              "metadata:\n  name: a\n  namespace: default\nspec:\n  type",
              "Service a"),
          Arguments.of("mode: DISABLE", "mode: off", "DestinationRule a"),
          Arguments.of("v1alpha3", "v1", "DestinationRule a"),
          Arguments.of("mode: DISABLE", "mode:", "DestinationRule a"));
    }

    @ParameterizedTest
    @MethodSource("otherMeaning")
    void differentObjectsAreNotUpToDate(String from, String to, String object) {
      List<Difference> found = A.objects(A.text().replace(from, to));
      assertEquals(List.of("CHANGED m.yaml: " + object + " differs"), said(found));
      assertEquals(List.of("alias a from egress.yaml:6:5"), headings(found));
    }

    @Test
    void diffShowsOnlyDifferences() {
      String other =
          A.text()
              .replace("    protocol: TCP\n    port: 80\n", "    port: 81\n    protocol: TCP\n");
      assertEquals(
          """
          --- m.yaml: Service a\t
          +++ m.yaml: Service a\t
          @@ -9,4 +9,4 @@ alias a from egress.yaml:6:5
             ports:
             - name: http
               protocol: TCP
          -    port: 81
          +    port: 80
          """,
          hunks(A.objects(other)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "yes",
          "on",
          "Off",
          "y",
          "012",
          "1_000",
          "12:30",
          "1.5",
          "0x1F",
          "2024-01-01",
          "~"
        })
    void ambiguousScalarEqualsNoString(String plain) {
      Declared declared = Declared.aliases("a");
      declared.manifests().get(0).tree().withObject("spec").put("externalName", plain);
      String quoted = declared.text();
      assertEquals(List.of(), declared.objects(quoted + "# same\n"));
      String unquoted = quoted.replace("\"" + plain + "\"", plain);
      assertEquals(List.of("CHANGED m.yaml: Service a differs"), said(declared.objects(unquoted)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.35.26.96", "a b", "2001:db8::1", "1.2.3", "*", "10m"})
    void unambiguousScalarIsAString(String plain) {
      Declared declared = Declared.aliases("a");
      declared.manifests().get(0).tree().withObject("spec").put("externalName", plain);
      String quoted = declared.text();
      assertTrue(quoted.contains("\"" + plain + "\""), quoted);
      String style = plain.equals("*") ? "'*'" : plain;
      String unquoted = quoted.replace("\"" + plain + "\"", style);
      assertEquals(List.of(), declared.objects(unquoted));
    }

    @Test
    void missingLeftOverAndDuplicateObjectsAreReported() {
      Declared bc = Declared.aliases("b", "c");
      String committed = AB.text() + AB.text().substring(AB.text().indexOf("---", 40));
      assertEquals(
          List.of(
              "DUPLICATE m.yaml: Service b is there 2 times",
              "DUPLICATE m.yaml: DestinationRule b is there 2 times",
              "MISSING m.yaml: Service c is missing (alias c from egress.yaml:7:5)",
              "MISSING m.yaml: DestinationRule c is missing (alias c from egress.yaml:7:5)",
              "LEFT_OVER m.yaml: Service a is left over; nothing declares it any more",
              "LEFT_OVER m.yaml: DestinationRule a is left over; nothing declares it any more"),
          said(bc.objects(committed)));
    }

    @Test
    void documentThatIsNotAnObjectIsReported() {
      assertEquals(
          List.of(
              "LEFT_OVER m.yaml: a document that is no object is left over;"
                  + " nothing declares it any more"),
          said(A.objects(A.text() + "--- hello\n--- [1]\n")));
    }

    static Stream<Arguments> unreadable() {
      return Stream.of(
          Arguments.of("a: [", "line 1, column 5: "),
          Arguments.of("a: 1\nb: 2\na: 3\n", "line 3, column 1: the key `a` is there twice"),
          Arguments.of("a: !x y\n", "line 1, column 4: a tag, which no manifest needs"),
          Arguments.of("a: !x {}\n", "line 1, column 4: a tag, which no manifest needs"),
          Arguments.of("a: *b\n", "line 1, column 4: `*b` repeats no value that ends before it"),
          Arguments.of("a: &b [*b]\n", "line 1, column 8: `*b` repeats no value"),
          Arguments.of("[1]: x\n", "line 1, column 1: what stands here cannot be a key"),
          Arguments.of("<<<<<<< HEAD\na: 1\n=======\n", "line "),
          Arguments.of("[".repeat(100_000), "line 1, column 65: lists and maps stand too deep"),
          Arguments.of("%YAML 9.9\n---\na: 1\n", ""),
          Arguments.of(laughs(), "line 8, column 15: there are too many values"));
    }

    /** Nine lists, each with ten times the values of the previous one. */
    private static String laughs() {
      StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
      for (int i = 1; i <= 9; i++) {
        text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
      }
      return text.toString();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void unreadableTextIsReported(String committed, String problem) {
      List<Difference> found = A.objects(committed);
      assertEquals(1, found.size());
      assertEquals(Kind.UNREADABLE, found.get(0).kind());
      String beginning = "cannot be read as manifests: " + problem;
      assertTrue(found.get(0).message().startsWith(beginning), found.get(0).message());
      assertEquals(1, found.get(0).message().lines().count(), found.get(0).message());
    }
  }
}
