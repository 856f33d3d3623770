package io.egressalias.declaration;

import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes values of the user in YAML flow style, as part of the line that a remedy shows. */
final class FlowText {
  /** A longer line is not shown, because it is hard to read and to type. */
  private static final int LONGEST = 100;

  private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./:@+-]*");

  /** Text that a message can show between backticks, and that needs no escape in quotes. */
  private static final Pattern QUOTABLE = Pattern.compile("[ -~&&[^`\"\\\\]]*");

  private FlowText() {}

  /** Returns a value as text; empty: it is too long, or not printable as it is. */
  static Optional<String> of(Tree tree) {
    Optional<String> text = written(tree);
    return text.isPresent() && text.get().length() <= LONGEST ? text : Optional.empty();
  }

  /** Returns a key and its value as text; empty: the value is too long, or not printable. */
  static Optional<String> of(String key, Tree value) {
    Optional<String> text = of(value);
    return text.isPresent() ? Optional.of(key + ": " + text.get()) : text;
  }

  private static Optional<String> written(Tree tree) {
    if (tree instanceof Scalar scalar) {
      return scalar(scalar);
    }
    List<String> parts = new ArrayList<>();
    if (tree instanceof Sequence sequence) {
      for (Tree item : sequence.items()) {
        if (!add(written(item), "", parts)) {
          return Optional.empty();
        }
      }
      return Optional.of("[" + String.join(", ", parts) + "]");
    }
    for (Entry entry : ((Mapping) tree).entries()) {
      Optional<String> key = scalar(entry.key());
      if (key.isEmpty() || !add(written(entry.value()), key.get() + ": ", parts)) {
        return Optional.empty();
      }
    }
    return Optional.of("{" + String.join(", ", parts) + "}");
  }

  /** Adds a part; returns false where the text cannot be shown. */
  private static boolean add(Optional<String> part, String before, List<String> parts) {
    if (part.isEmpty() || parts.size() > LONGEST) {
      return false;
    }
    parts.add(before + part.get());
    return true;
  }

  private static Optional<String> scalar(Scalar scalar) {
    String text = scalar.text();
    boolean plain = UNQUOTED.matcher(text).matches() && !text.endsWith(":");
    if (plain && (scalar.plain() || PlainScalars.isString(text))) {
      return Optional.of(text);
    }
    return !scalar.isNull() && text.length() <= LONGEST && QUOTABLE.matcher(text).matches()
        ? Optional.of("\"" + text + "\"")
        : Optional.empty();
  }
}
