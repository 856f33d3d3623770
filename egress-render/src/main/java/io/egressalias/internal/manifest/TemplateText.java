package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at the lines of a document that is no YAML, because it may be a template. */
final class TemplateText {
  private static final Pattern KEY =
      Pattern.compile("[ ]*(?:- )?[\"']?([A-Za-z][A-Za-z0-9]*)[\"']?[ ]*:(?:[ ]+(.*))?");
  private static final Pattern BLOCK = Pattern.compile(".*[:\\-][ ]+[|>][-+0-9]*[ ]*");
  private static final Pattern FLOW_KIND = Pattern.compile("[\"']?kind[\"']?[ ]*:[ ]*([^,}\\s]+)");

  private final List<String> lines;
  private final int firstLine;

  TemplateText(String text, int firstLine) {
    this.lines = text.lines().toList();
    this.firstLine = firstLine;
  }

  /** The first sign of a template, and its place. */
  record Sign(Position position, String text) {}

  /** Finds the first sign of a template outside comments, quotes and block scalars. */
  Optional<Sign> sign() {
    int block = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int indent = indent(line);
      if (block >= 0 && (indent > block || line.isBlank())) {
        continue;
      }
      int at = sign(line);
      if (at >= 0) {
        int column = line.codePointCount(0, at) + 1;
        return Optional.of(
            new Sign(new Position(firstLine + i, column), line.substring(at).strip()));
      }
      block = BLOCK.matcher(line).matches() ? indent : -1;
    }
    return Optional.empty();
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static int sign(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean begins = i == 0 || " \t[{,:(".indexOf(line.charAt(i - 1)) >= 0;
      if (c == '#' && begins) {
        return -1;
      }
      if ((c == '"' || c == '\'') && begins) {
        int end = closing(line, i);
        i = end < 0 ? i : end;
      } else if (Placeholders.isTemplate(line, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String line, int start) {
    char quote = line.charAt(start);
    for (int i = start + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the kinds of the objects, as written; empty: none is written. */
  List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (String line : lines) {
      String kind = value(line, "kind");
      int indent = indent(line);
      if (kind != null && indent <= least) {
        if (indent < least) {
          kinds.clear();
        }
        least = indent;
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      for (String line : lines) {
        Matcher flow = FLOW_KIND.matcher(line);
        if (flow.find()) {
          return List.of(unquoted(flow.group(1)));
        }
      }
    }
    return kinds;
  }

  /** Returns whether a line has a key, so that the text may be an object. */
  boolean hasKeys() {
    for (String line : lines) {
      if (KEY.matcher(line).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Returns a field of {@code metadata}, as written; empty: none, or with a template in it. */
  String metadata(String field) {
    int block = -1;
    for (String line : lines) {
      int indent = indent(line);
      if (block >= 0 && indent > block) {
        String value = value(line, field);
        if (value != null) {
          return Placeholders.in(value).isPresent() ? "" : value;
        }
      } else if (!line.isBlank() && !line.strip().startsWith("{")) {
        String metadata = value(line, "metadata");
        if (metadata != null && metadata.startsWith("{")) {
          return inFlow(metadata, field);
        }
        block = metadata == null ? -1 : indent;
      }
    }
    return "";
  }

  /** Returns the value of a key in a map of one line. */
  private static String inFlow(String map, String field) {
    for (String entry : map.substring(1).split("[,}]", -1)) {
      String[] parts = entry.split(":", 2);
      if (parts.length == 2 && unquoted(parts[0].strip()).equals(field)) {
        String value = unquoted(parts[1].strip());
        return Placeholders.in(value).isPresent() ? "" : value;
      }
    }
    return "";
  }

  private static @Nullable String value(String line, String key) {
    Matcher matcher = KEY.matcher(line);
    if (!matcher.matches() || !matcher.group(1).equals(key)) {
      return null;
    }
    String value = matcher.group(2);
    return value == null ? "" : unquoted(value.replaceFirst("(^|\\s)#.*", "").strip());
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
