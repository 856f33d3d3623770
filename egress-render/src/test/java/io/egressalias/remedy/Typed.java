package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text in backticks is, as YAML. */
final class Typed {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]|\\[([^\\]]+)]");
  private static final Pattern FROM_THE_ROOT = Pattern.compile("(spec|metadata)\\b.*");

  private Typed() {}

  /** Returns keys with their values; empty: it is a value and no key has one. */
  static List<Entry> entries(String text) {
    if (!text.contains(": ") || "{[\"'-".indexOf(text.charAt(0)) >= 0) {
      return List.of();
    }
    return Trees.read("{" + text + "}")
        .map(read -> ((Mapping) read.get(0)).entries())
        .orElse(List.of());
  }

  /** Returns whether it is a key with its value, or several, or a map or list in brackets. */
  static boolean isEntry(String text) {
    return !entries(text).isEmpty() || text.startsWith("{") || text.startsWith("[");
  }

  /** Returns a value; what is no YAML, or several documents, is a string as it is. */
  static Tree value(String text) {
    Optional<List<Tree>> read = Trees.read(text);
    return read.isPresent() && read.get().size() == 1 ? read.get().get(0) : Trees.string(text);
  }

  /** Returns the text of the key that a text names, with or without a value. */
  static String key(String text) {
    List<Entry> entries = entries(text);
    if (!entries.isEmpty()) {
      return entries.get(0).key().text();
    }
    return value(text) instanceof Scalar scalar ? scalar.text() : text;
  }

  /** Returns whether a key begins at the root of the document. */
  static boolean isFromTheRoot(String key) {
    return FROM_THE_ROOT.matcher(key).matches();
  }

  /** Reads a path such as {@code spec.aliases[0].name}. */
  static List<Step> path(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) != null) {
        steps.add(new Step.Index(Integer.parseInt(matcher.group(2))));
      } else {
        steps.add(new Step.Key(matcher.group(1) != null ? matcher.group(1) : matcher.group(3)));
      }
    }
    return steps;
  }
}
