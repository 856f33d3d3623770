package io.egressalias.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a sign, or a text in backticks.
 *
 * @param code whether it is in backticks
 */
record Token(String text, boolean code) {
  private static final Pattern TOKEN =
      Pattern.compile("`([^`]*)`|[,;:()]|[^\\s,;:()`]*[^\\s,;:()`.]|\\.");

  static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String code = matcher.group(1);
      tokens.add(code == null ? new Token(matcher.group(), false) : new Token(code, true));
    }
    return tokens;
  }

  boolean is(String word) {
    return !code && text.equalsIgnoreCase(word);
  }

  boolean isOneOf(Set<String> words) {
    return !code && words.contains(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return code ? "`" + text + "`" : text;
  }
}
