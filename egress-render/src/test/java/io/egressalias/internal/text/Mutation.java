package io.egressalias.internal.text;

import java.util.List;
import java.util.Random;

/** Makes texts that are nearly YAML, from texts that are. */
final class Mutation {
  private static final int LONGEST = 3_000;
  private static final int EDITS = 3;
  private static final int COPIED = 30;

  /** What decides how a text is read. */
  static final List<String> WORDS =
      List.of(
          " ",
          "  ",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "\t",
          "-",
          "- ",
          ":",
          ": ",
          " : ",
          "#",
          " #",
          "?",
          "? ",
          "---",
          "---\n",
          "...",
          "{",
          "}",
          "[",
          "]",
          "{}",
          "[]",
          "{a: b}",
          "[a, b]",
          ",",
          ", ",
          "\"",
          "\"\"",
          "'",
          "''",
          "\\",
          "\\n",
          "\"a\": ",
          "'b': ",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "|",
          "|\n",
          ">",
          "%",
          "@",
          "`",
          "~",
          "<<",
          "=",
          "0",
          "-1",
          "--",
          "null",
          "a",
          "a: b",
          "a: b\n",
          "- a\n",
          "k:\n",
          "k:\n- x\n",
          "\u00E4",
          "\u6F22",
          "\u0085",
          "\u00A0",
          "\u2028",
          "\uFEFF",
          "\uE000",
          "\uFFFD",
          "\uFFFE",
          "\uD83D\uDE00",
          "\u007F",
          "\u0001");

  private final Random random;
  private final List<String> texts;

  Mutation(List<String> texts, long seed) {
    this.texts = texts.stream().filter(text -> text.length() < LONGEST).toList();
    this.random = new Random(seed);
  }

  /** Returns a text with a few edits. */
  String next() {
    StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
    for (int edits = 1 + random.nextInt(EDITS); edits > 0; edits--) {
      edit(text, random.nextInt(text.length() + 1));
    }
    return text.toString();
  }

  private void edit(StringBuilder text, int at) {
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      case 1 -> {
        int start = random.nextInt(text.length() + 1);
        text.insert(
            at, text.substring(start, Math.min(text.length(), start + random.nextInt(COPIED))));
      }
      default -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
    }
  }
}
