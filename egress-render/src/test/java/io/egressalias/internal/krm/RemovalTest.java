package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Items of an earlier run that are no longer rendered are removed, and other text is unchanged. */
final class RemovalTest {
  private static final String MARK =
      "annotations: {egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//external}";

  /** Rendered by an earlier run for an alias that is no longer declared. */
  private static final String PAST =
      """
      - apiVersion: v1
        kind: Service
        metadata:
          name: past
          namespace: prod
          %s
        data: |+
          text

      """
          .formatted(MARK);

  private static final String A = "- kind: A # a\n  metadata: {name: a}\n";
  private static final String B = "- kind: B\n  metadata: {name: b}\n";

  /** Without an alias, so that no items are added. */
  private static final String FULL = items("");

  /** Returns the list that the function writes after adding to some items. */
  private static String items(String items) {
    return Lists.run(Lists.with("items:\n" + items, Lists.CONFIG));
  }

  private static String block(String... items) {
    String full = FULL.substring(FULL.indexOf("items:\n") + "items:\n".length());
    String made = full.substring(0, full.indexOf("functionConfig"));
    return Lists.with("items:\n" + String.join("", items) + made, Lists.CONFIG);
  }

  @Test
  void removesTheFirstTheMiddleAndTheLastItem() {
    assertEquals(block(A, B), items(PAST + A + B));
    assertEquals(block(A, B), items(A + PAST + B));
    assertEquals(block(A, B), items(A + B + PAST));
    assertEquals(block(A, B), items(PAST + PAST + A + PAST + B + PAST + PAST));
    assertEquals(block(), items(PAST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void removesLinesWithOtherLineEnds(String end) {
    String made = Lists.run(Lists.with("items:\n" + A, Lists.CONFIG)).replace("\n", end);
    String output = Lists.run(made.replace("items:" + end, "items:" + end + flat(end)));
    assertEquals(Lists.read(made), Lists.read(output));
  }

  private static String flat(String end) {
    return PAST.replace("\n", end);
  }

  @Test
  void keepsCommentsOutsideOfTheItem() {
    String above = "# above\n";
    String past = PAST.replace("- apiVersion", "- # head\n\n  # - more\n  apiVersion");
    String foot = "  # foot\n\n  # and more\n";
    String below = "# below\n\n  \n";
    assertEquals(block(above, below, B), items(above + past + foot + below + B));
    assertEquals(block(A, above), items(A + above + past + foot));
  }

  @Test
  void removesIndentedItems() {
    String output = items((A + PAST + B).indent(4));
    assertTrue(output.startsWith(Lists.with("items:\n" + (A + B).indent(4), "")), output);
    assertEquals(output, Lists.run(output));
  }

  /** Empty lines belong to the block scalar at the end of the previous item. */
  @Test
  void keepsTheTextAbove() {
    String text = "- kind: A\n  data: |+\n    text\n\n";
    assertEquals(block(text, B), items(text + PAST + "\n\n  # foot\n\n" + B));
    assertEquals(block(text, "# c\n\n", B), items(text + PAST + "# c\n\n" + B));
    String head = Lists.with("", Lists.CONFIG) + "items:\n" + text;
    assertEquals(Lists.run(head), Lists.run(head + "- kind: A\n  metadata: {" + MARK + "}"));
  }

  /** The alias has moved to another package, and nothing is rendered in its place. */
  private static String emptied(String items) {
    String alias = "    - {name: other, selector: {app: a}, ports: [{name: http, port: 80}]}\n";
    String config = Lists.CONFIG.substring(0, Lists.CONFIG.indexOf("    - name")) + alias;
    String made =
        """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"other","namespace":"prod",
        %s},"spec":{}}\
        """
            .formatted(MARK)
            .replace("\n", " ");
    String output = Lists.run(Lists.with(items.replace("MADE", made), config));
    assertEquals(output, Lists.run(output));
    return output;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PAST, MADE]|[MADE]",
        "[MADE, PAST]|[MADE]",
        "[MADE, PAST, ]|[MADE, ]",
        "[PAST, PAST, MADE, PAST, PAST]|[MADE]",
        "[PAST, {kind: A}, PAST, PAST, MADE]|[{kind: A}, MADE]",
        "[{kind: A}, PAST, MADE, {kind: B}]|[{kind: A}, MADE, {kind: B}]",
        "[;  PAST,;  MADE,;  PAST;]|[;  MADE;]",
        "[;  MADE; , PAST;]|[;  MADE;]",
        "[MADE, # a, b;  PAST # c; ]|[MADE # a, b;   # c; ]",
        "[PAST # a, b;  , # c;  MADE]|[ # a, b;   # c;  MADE]",
      })
  void removesItemsInFlowStyle(String items, String expected) {
    String output = emptied("items: " + flow(items) + "\n");
    String made = output.substring(output.indexOf("{\"apiVersion"));
    made = made.substring(0, made.indexOf("}]}}") + "}]}}".length());
    String list = output.substring(output.indexOf("items: "), output.indexOf("\nfunctionConfig"));
    assertEquals("items: " + expected.replace(';', '\n').replace("MADE", made), list);
  }

  private static String flow(String items) {
    return items
        .replace(';', '\n')
        .replace("PAST", "{kind: Service, apiVersion: v1, metadata: {name: past, " + MARK + "}}");
  }

  @Test
  void removesItemsInJson() {
    String past =
        "{\"kind\":\"A\",\"metadata\":{\"annotations\":{\"egressalias.io/declaration\":"
            + "\"egressalias.io/v1alpha1/EgressAliases//e\"}}}";
    String json =
        """
        {"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [%s],
         "functionConfig": {"apiVersion": "egressalias.io/v1alpha1", "kind": "EgressAliases",
          "metadata": {"name": "e"}, "spec": {"namespace": "prod", "aliases": [
           {"name": "wiki", "externalName": "wikipedia.org", "tls": {"mode": "DISABLE"},
            "ports": [{"name": "http", "port": 80}]}]}}}
        """;
    String other = "{\"kind\":\"B\"}";
    String made = Lists.run(json.formatted(other));
    for (String items :
        List.of(past + "," + other, other + ", " + past, past + "\n,\n" + other + "\n,\n" + past)) {
      String output = Lists.run(json.formatted(items));
      assertEquals(JsonMapper.shared().readTree(made), JsonMapper.shared().readTree(output));
    }
    assertEquals(
        Lists.run(json.formatted("")), Lists.run(json.formatted("\n" + past + ",\n" + past)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items:\n",
        "items: # of ours\n",
        "items: !!seq\n",
        "items: !!seq &i # ours\n\n",
        "\"items\" :\n",
        "items:\n# above\n\n",
        "? items\n:\n",
      })
  void leavesAnEmptyListIfAllItemsAreRemoved(String beginning) throws Unreadable {
    for (String items : List.of(PAST, PAST + PAST, PAST.indent(2).replace("\n  \n", "\n\n"))) {
      BlockText block = new BlockText(Lists.with(beginning + items, Lists.CONFIG));
      String output = block.withoutItems();
      assertEquals(List.of(), Lists.items(output), output);
      assertTrue(output.contains("[]"), output);
    }
  }

  @Test
  void removesAnItemAfterAnExplicitKey() throws Unreadable {
    String inner = PAST.replace("\n", "\n  ").stripTrailing() + "\n\n";
    String input = Lists.with("? items\n: " + inner + B.indent(2), Lists.CONFIG);
    assertEquals(
        List.of("B/b", "Service/wiki", "DestinationRule/wiki"), Lists.names(Lists.run(input)));
    BlockText alone = new BlockText(Lists.with("? items\n: " + inner, Lists.CONFIG));
    assertEquals(List.of(), Lists.items(alone.withoutItems()));
  }

  @Test
  void needsNoNewlineAtTheEnd() throws Unreadable {
    String head = Lists.with("", Lists.CONFIG);
    String past = "items:\n- kind: A\n  metadata: {" + MARK + "}";
    List<String> made = new ArrayList<>(List.of("Service/wiki", "DestinationRule/wiki"));
    assertEquals(made, Lists.names(Lists.run(head + past)));
    BlockText alone = new BlockText(head + past);
    assertEquals(head + "items: []\n", alone.withoutItems());
  }

  /** A list of which all items are removed and none is added. */
  private record BlockText(String input) {
    String withoutItems() throws Unreadable {
      ListText text = new ListText(input);
      Edits edits = new Edits(input);
      Mapping list = (Mapping) text.documents().get(0);
      List<ListedResource> items = ListedResource.all(list.itemsAt("items"));
      Ownership ownership =
          new Ownership(Set.of("egressalias.io/v1alpha1/EgressAliases//external"), Set.of());
      new ItemList(text, edits, list).change(items, Matching.of(List.of(), items, ownership));
      return new FunctionOutput(edits, List.of(), false).text();
    }
  }
}
