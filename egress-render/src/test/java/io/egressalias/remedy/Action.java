package io.egressalias.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An imperative.
 *
 * @param verb in lower case
 * @param words what follows it
 */
record Action(String verb, List<Token> words) {
  /** The verbs that say how a declaration is changed. */
  private static final Set<String> EDITS =
      Set.of(
          "remove", "write", "add", "declare", "set", "use", "rename", "replace", "change", "keep",
          "move");

  /** The other verbs that a remedy may begin with. */
  private static final Set<String> OTHERS =
      Set.of(
          "apply",
          "begin",
          "call",
          "close",
          "delete",
          "divide",
          "fill",
          "give",
          "generate",
          "indent",
          "leave",
          "let",
          "make",
          "put",
          "quote",
          "render",
          "run",
          "save",
          "split",
          "start",
          "take",
          "type");

  /** What is behind one of these is where something is, and not what is typed. */
  private static final Set<String> PLACES =
      Set.of(
          "of", "in", "from", "at", "for", "under", "below", "by", "beside", "than", "into", "on");

  private static final Set<String> CONDITIONS =
      Set.of("if", "when", "where", "unless", "since", "because", "until");

  /** The verbs behind which is what is to be typed. */
  private static final Set<String> TYPING = Set.of("write", "add", "declare", "set", "use");

  /** What may be between such a verb and a value: "as" is the end of "such as" and "as in". */
  private static final Set<String> BEFORE_VALUES =
      Set.of("as", "with", "and", "or", ",", ":", "value", "name", "word");

  private static final Set<String> TO = Set.of("to", "with", "by");
  private static final Set<String> JOINS = Set.of("and", "or", ",");

  Action {
    verb = verb.toLowerCase(Locale.ROOT);
    words = List.copyOf(words);
  }

  static boolean isVerb(Token token) {
    return token.isOneOf(EDITS) || token.isOneOf(OTHERS);
  }

  /** Returns whether what follows "or" belongs to a list of names, as in "one of `a` or `b`". */
  static boolean isList(List<Token> before) {
    return before.stream().anyMatch(token -> token.is("one"))
        && before.stream().anyMatch(token -> token.is("of"));
  }

  /** Returns the texts in backticks behind "one of", one of which is to be typed. */
  List<String> choices() {
    for (int i = 2; i < words.size(); i++) {
      if (words.get(i - 2).is("one") && words.get(i - 1).is("of") && types()) {
        return new Action(verb, words.subList(i, words.size())).codes();
      }
    }
    return List.of();
  }

  /** Returns the same with one of its choices, and without the others. */
  Action choosing(String choice) {
    List<Token> chosen = new ArrayList<>(words.subList(0, firstChoice()));
    chosen.add(new Token(choice, true));
    return new Action(verb, chosen);
  }

  private int firstChoice() {
    int i = 0;
    while (!words.get(i).is("one")) {
      i++;
    }
    return i;
  }

  /** Returns whether it says what to change so that a machine can do it. */
  boolean isExact() {
    return isEdit()
        && (types() ? !objects().isEmpty() || !choices().isEmpty() : !codes().isEmpty());
  }

  /** Returns whether it says to change a declaration, and not to keep a value as it is. */
  boolean changesSomething() {
    return isEdit() && (!verb.equals("keep") || has("one") || codes().size() != 1);
  }

  private boolean types() {
    return TYPING.contains(verb);
  }

  boolean isEdit() {
    return EDITS.contains(verb);
  }

  boolean has(String word) {
    return words.stream().anyMatch(token -> token.is(word));
  }

  /** Returns the texts in backticks. */
  List<String> codes() {
    return words.stream().filter(Token::code).map(Token::text).toList();
  }

  /**
   * What is in backticks, and the map that it is in.
   *
   * @param place empty: none is named
   */
  record Named(String text, String place) {}

  /** Returns what is to be typed, or taken out: what is in backticks and names no place. */
  List<String> objects() {
    return named().stream().map(Named::text).toList();
  }

  /** Returns what is to be typed, or taken out, and where. */
  List<Named> named() {
    List<Named> objects = new ArrayList<>();
    boolean place = false;
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      Token token = words.get(i);
      if (token.isOneOf(CONDITIONS)) {
        break;
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (token.code() && depth == 0) {
        boolean joined = i > 1 && words.get(i - 1).isOneOf(JOINS) && words.get(i - 2).code();
        place = joined ? place : isPlace(i);
        if (!place && (!types() || Typed.isEntry(token.text()) || isValue(i))) {
          objects.add(new Named(token.text(), holder(i)));
        }
      }
    }
    return objects;
  }

  /** Returns what is named behind "in" or "to", right behind a text in backticks. */
  private String holder(int i) {
    return i + 2 < words.size()
            && words.get(i + 2).code()
            && (words.get(i + 1).is("in") || words.get(i + 1).is("to"))
        ? words.get(i + 2).text()
        : "";
  }

  /** Returns whether a text in backticks is a value, and not the name of a field. */
  private boolean isValue(int i) {
    return i == 0
        ? verb.equals("write") || verb.equals("set")
        : words.get(i - 1).isOneOf(BEFORE_VALUES);
  }

  private boolean isPlace(int i) {
    Token before = i == 0 ? new Token("", false) : words.get(i - 1);
    return before.isOneOf(PLACES) || (before.is("to") && verb.equals("add"));
  }

  /** Returns what is in backticks behind "instead of" or "in place of". */
  List<String> replaced() {
    List<String> replaced = new ArrayList<>();
    for (int i = 2; i < words.size(); i++) {
      Token two = words.get(i - 2);
      if (words.get(i).code()
          && words.get(i - 1).is("of")
          && (two.is("instead") || two.is("place"))) {
        replaced.add(words.get(i).text());
      }
    }
    return replaced;
  }

  /** Returns the same without what is before "to" or "with"; itself: there is neither. */
  Action after() {
    int to = to();
    return to < 0 ? this : new Action("write", words.subList(to + 1, words.size()));
  }

  /** Returns the same without what is behind "to" or "with". */
  Action before() {
    int to = to();
    return to < 0 ? new Action(verb, List.of()) : new Action(verb, words.subList(0, to));
  }

  private int to() {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isOneOf(TO)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(verb);
    for (Token word : words) {
      text.append(word.is(",") || word.is(":") ? "" : " ").append(word);
    }
    return text.toString();
  }
}
