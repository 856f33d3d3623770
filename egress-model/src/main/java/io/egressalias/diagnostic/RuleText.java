package io.egressalias.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The text of a rule, as written in its {@code rule.md}. */
record RuleText(String title, String why, String remedy, List<String> references) {
  private static final Map<Rule, RuleText> READ = new ConcurrentHashMap<>();

  private static final int PARTS = 7;

  /** A line that starts with one of these is not part of a paragraph in Markdown. */
  private static final String BLOCK_MARKS = "#-*+<>|";

  static RuleText of(Rule rule) {
    return READ.computeIfAbsent(rule, each -> parse(RuleResource.read(each, "rule.md")));
  }

  /** Parses a {@code rule.md}, which has a fixed layout. */
  static RuleText parse(String text) {
    expect(text.endsWith("\n"), text);
    String[] parts = text.substring(0, text.length() - 1).split("\n\n", -1);
    expect(parts.length == PARTS, text);
    expect(parts[0].startsWith("# ") && parts[1].equals("## Why"), text);
    expect(parts[3].equals("## What to do") && parts[5].equals("## Reference"), text);
    String title = parts[0].substring("# ".length());
    expect(!title.contains("\n"), text);
    return new RuleText(
        paragraph(title, text),
        paragraph(parts[2], text),
        paragraph(parts[4], text),
        references(parts[6], text));
  }

  private static String paragraph(String part, String text) {
    for (String line : part.split("\n", -1)) {
      boolean plain = !line.isBlank() && BLOCK_MARKS.indexOf(line.charAt(0)) < 0;
      expect(plain && !line.startsWith("```") && line.equals(line.strip()), text);
    }
    return part.replace('\n', ' ');
  }

  private static List<String> references(String part, String text) {
    List<String> references = new ArrayList<>();
    for (String line : part.split("\n", -1)) {
      expect(line.startsWith("- <https://") && line.indexOf('>') == line.length() - 1, text);
      references.add(line.substring("- <".length(), line.length() - 1));
    }
    return List.copyOf(references);
  }

  private static void expect(boolean condition, String text) {
    if (!condition) {
      throw new IllegalStateException(
          "expected `# title` and the sections Why, What to do and Reference, found:\n" + text);
    }
  }
}
