package io.egressalias.cli.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * An option of a verb.
 *
 * @param name the long name, such as {@code --output}
 * @param letter the short name, such as {@code -o}; empty: none
 * @param label the name of its value in the help, such as {@code FILE}; empty: it has no value
 * @param description the meaning, with the variables of picocli's help
 * @param words the values to offer
 * @param fallback the value without the option; empty: none
 * @param isRequired whether a run needs the option
 * @param isRepeatable whether the option can be given several times
 * @see <a href="https://picocli.info/#_custom_markup">Variables in picocli's help</a>
 */
public record Option(
    String name,
    String letter,
    String label,
    String description,
    Words words,
    String fallback,
    boolean isRequired,
    boolean isRepeatable) {

  /** Creates an option without a value. */
  public static Option flag(String name, String description) {
    return new Option(name, "", "", description, Words.NONE, "", false, false);
  }

  /** Creates an option with a value. */
  public static Option value(String name, String label, String description) {
    return new Option(name, "", label, description, Words.NONE, "", false, false);
  }

  /** Creates an option whose value is one of some words, of which the first is the default. */
  public static Option word(String name, String label, List<String> words, String description) {
    return new Option(
        name, "", label, description, new Words(words, true), words.get(0), false, false);
  }

  /** Joins lists of options. */
  @SafeVarargs
  public static List<Option> all(List<Option>... lists) {
    List<Option> all = new ArrayList<>();
    for (List<Option> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }

  /** Adds a short name. */
  public Option letter(String shortName) {
    return new Option(
        name, shortName, label, description, words, fallback, isRequired, isRepeatable);
  }

  /** Removes the default. */
  public Option withoutFallback() {
    return new Option(name, letter, label, description, words, "", isRequired, isRepeatable);
  }

  /** Adds values that a shell offers. Others are allowed. */
  public Option offering(List<String> offered) {
    return new Option(
        name, letter, label, description, Words.open(offered), fallback, isRequired, isRepeatable);
  }

  /** Makes the option required. */
  public Option required() {
    return new Option(name, letter, label, description, words, fallback, true, isRepeatable);
  }

  /** Lets the option be given several times. */
  public Option repeatable() {
    return new Option(name, letter, label, description, words, fallback, isRequired, true);
  }

  /** Returns whether the option has a value. */
  public boolean hasValue() {
    return !label.isEmpty();
  }

  /** Returns whether the value is the name of a file or a directory. */
  boolean isFile() {
    return label.startsWith("FILE") || label.equals("DIR");
  }

  /** Returns whether a name is one of the option. */
  boolean isCalled(String typed) {
    return name.equals(typed) || (!letter.isEmpty() && letter.equals(typed));
  }
}
