package io.egressalias.internal.text;

import io.egressalias.diagnostic.Printable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.io.SegmentedStringWriter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes JSON for people: two spaces of indent, the same line ends on every system.
 *
 * <p>Uses Jackson's generator instead of its mapper. The mapper needs a release of {@code
 * jackson-annotations} that the dependency management of some projects replaces with an older one.
 */
public final class PrettyJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter()
          .withSeparators(
              PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(INDENTER)
          .withArrayIndenter(INDENTER);

  /** A placeholder for the items of a list; it cannot occur in other parts of the tree. */
  private static final String ITEMS = "\u0001";

  private static final String ITEMS_TEXT = "\"\\u0001\"";

  private PrettyJson() {}

  /** Returns a tree as text, with a newline at the end. */
  public static String write(JsonNode tree) {
    return Printable.json(write(tree, new Indented())) + "\n";
  }

  /**
   * Writes a tree, and fills an empty list in it with items that are created one at a time.
   *
   * @param list the list; it is empty again afterwards
   * @throws IOException if the target throws it
   */
  public static void write(
      ObjectNode tree, ArrayNode list, Iterable<? extends JsonNode> items, Appendable out)
      throws IOException {
    Iterator<? extends JsonNode> rest = items.iterator();
    if (!rest.hasNext()) {
      out.append(write(tree));
      return;
    }
    list.add(ITEMS);
    String frame = write(tree);
    list.removeAll();
    int start = frame.indexOf(ITEMS_TEXT);
    String indent = frame.substring(frame.lastIndexOf('\n', start), start);
    out.append(frame, 0, start);
    while (rest.hasNext()) {
      // No string of JSON contains a line end, so the lines of an item can be indented.
      String item = write(rest.next());
      out.append(item.substring(0, item.length() - 1).replace("\n", indent));
      if (rest.hasNext()) {
        out.append(',').append(indent);
      }
    }
    out.append(frame, start + ITEMS_TEXT.length(), frame.length());
  }

  /** Returns a tree as text in one line, without a newline at the end. */
  public static String line(JsonNode tree) {
    return write(tree, ObjectWriteContext.empty());
  }

  private static String write(JsonNode tree, ObjectWriteContext context) {
    SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
    try (JsonGenerator out = FACTORY.createGenerator(context, text)) {
      write(tree, out);
    }
    return text.getAndClear();
  }

  private static void write(JsonNode node, JsonGenerator out) {
    if (node.isObject()) {
      out.writeStartObject();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        out.writeName(entry.getKey());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (node.isArray()) {
      out.writeStartArray();
      for (JsonNode item : node) {
        write(item, out);
      }
      out.writeEndArray();
    } else {
      scalar(node, out);
    }
  }

  private static void scalar(JsonNode node, JsonGenerator out) {
    if (node.isBoolean()) {
      out.writeBoolean(node.booleanValue());
    } else if (node.isNull()) {
      out.writeNull();
    } else if (node.isIntegralNumber()) {
      out.writeNumber(node.bigIntegerValue());
    } else if (node.isBigDecimal()) {
      out.writeNumber(node.decimalValue());
    } else if (node.isNumber()) {
      out.writeNumber(node.doubleValue());
    } else {
      out.writeString(node.asString(""));
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return PRINTER.createInstance();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
