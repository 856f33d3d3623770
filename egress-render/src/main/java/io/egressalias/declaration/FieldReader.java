package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of a tree for the model; null means that a field is absent. {@link SchemaValidator}
 * reports a value of the wrong type. This class reads such a value as absent, or as a placeholder
 * if the model requires a value.
 */
final class FieldReader {
  private static final String STAND_IN = "?";
  private static final Mapping NOTHING = Mapping.empty();

  /** The largest number of digits that always fits an int. */
  private static final int SAFE_DIGITS = 9;

  private FieldReader() {}

  /** Reads every field of a map into a builder; of mutually exclusive fields only one. */
  static <B> B map(DescribedField<?, B>[] fields, Fields shape, @Nullable Tree tree, B builder) {
    Mapping map = tree instanceof Mapping mapping ? mapping : NOTHING;
    List<String> alternatives = shape.oneOf().isPresent() ? shape.oneOf().get().keys() : List.of();
    String chosen = chosen(map, alternatives);
    B read = builder;
    for (DescribedField<?, B> field : fields) {
      String name = field.field().name();
      if (!alternatives.contains(name) || name.equals(chosen)) {
        read = field.read(map.value(name), read);
      }
    }
    return builder;
  }

  /**
   * Returns the first alternative that is present; otherwise the first, which is read as a
   * placeholder.
   */
  private static String chosen(Mapping map, List<String> alternatives) {
    for (String key : alternatives) {
      if (map.entry(key) != null) {
        return key;
      }
    }
    return alternatives.isEmpty() ? "" : alternatives.get(0);
  }

  static List<Tree> items(@Nullable Tree tree) {
    return tree instanceof Sequence list ? list.items() : List.of();
  }

  static Optional<String> text(@Nullable Tree tree) {
    return tree instanceof Scalar scalar && scalar.isString()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  static String requiredText(@Nullable Tree tree) {
    return text(tree).orElse(STAND_IN);
  }

  static List<String> texts(@Nullable Tree tree) {
    List<String> texts = new ArrayList<>();
    for (Tree item : items(tree)) {
      texts.add(requiredText(item));
    }
    return texts;
  }

  static Map<String, String> textMap(@Nullable Tree tree) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry entry : tree instanceof Mapping map ? map.entries() : NOTHING.entries()) {
      Optional<String> text = text(entry.value());
      if (text.isPresent()) {
        texts.putIfAbsent(entry.key().text(), text.get());
      }
    }
    return texts;
  }

  /** Returns whether a value is true; false if it is absent. */
  static boolean isTrue(@Nullable Tree tree) {
    return tree instanceof Scalar scalar
        && scalar.plain()
        && PlainScalars.isBoolean(scalar.text())
        && scalar.text().equalsIgnoreCase("true");
  }

  /** Returns the constant with a name; null: none. */
  static <E extends Enum<E>> @Nullable E word(@Nullable Tree tree, E[] words) {
    String text = text(tree).orElse("");
    for (E word : words) {
      if (word.name().equals(text)) {
        return word;
      }
    }
    return null;
  }

  /**
   * A number outside the range of int becomes the largest or smallest int, which is out of range
   * too.
   */
  static OptionalInt integer(@Nullable Tree tree) {
    if (!(tree instanceof Scalar scalar && scalar.plain())
        || !PlainScalars.isDecimal(scalar.text())) {
      return OptionalInt.empty();
    }
    String digits = scalar.text();
    if (digits.length() <= SAFE_DIGITS) {
      return OptionalInt.of(Integer.parseInt(digits));
    }
    return OptionalInt.of(digits.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE);
  }

  /** Reads the settings of every mode; the mode then selects the ones that apply to it. */
  static Optional<ClientTls> tls(@Nullable Tree tree) {
    if (tree == null) {
      return Optional.empty();
    }
    Mutual settings = map(TlsField.ALL, TlsField.SHAPE, tree, Mutual.builder()).build();
    TlsMode mode = word(tree.at(TlsField.MODE.field().name()), TlsMode.values());
    return Optional.of(mode == null ? ClientTls.disable() : mode.with(settings));
  }
}
