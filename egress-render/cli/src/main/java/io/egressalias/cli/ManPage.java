package io.egressalias.cli;

import io.egressalias.cli.usage.Choice;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A manual page in the format of {@code man}, from the same table as the help.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">The format of manual pages</a>
 */
final class ManPage {
  private final StringBuilder page = new StringBuilder();
  private final String name;

  private ManPage(String name) {
    this.name = name;
  }

  /** Returns the page of the command, which lists the verbs. */
  static String ofCommand(Usage command, List<Usage> verbs) {
    ManPage page = new ManPage("egress");
    page.heading(command);
    page.section("SYNOPSIS");
    page.line(".B egress");
    page.text("VERB [OPTION...] [ARGUMENT...]");
    page.description(command);
    page.section("VERBS");
    for (Usage verb : verbs) {
      page.entry("egress-" + verb.name() + "(1)", first(verb));
    }
    page.examples(command);
    return page.page.toString();
  }

  /** Returns the page of a verb. */
  static String ofVerb(Usage verb) {
    ManPage page = new ManPage("egress-" + verb.name());
    page.heading(verb);
    page.synopsis(verb);
    page.description(verb);
    page.options(verb);
    if (!verb.exitStatus().isEmpty()) {
      page.section("EXIT STATUS");
      page.text(verb.exitStatus());
    }
    page.examples(verb);
    page.section("SEE ALSO");
    page.line(".BR egress (1)");
    return page.page.toString();
  }

  private void heading(Usage usage) {
    line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"egress " + Version.number() + "\"");
    section("NAME");
    text(name + " - " + first(usage));
  }

  private void synopsis(Usage verb) {
    section("SYNOPSIS");
    line(".B egress " + verb.name());
    StringBuilder words = new StringBuilder("[OPTION...]");
    for (Option option : verb.options()) {
      if (option.isRequired()) {
        words.append(' ').append(typed(option));
      }
    }
    for (Choice choice : verb.choices()) {
      if (choice.isRequired()) {
        List<String> each = choice.options().stream().map(ManPage::typed).toList();
        words.append(" (").append(String.join(" | ", each)).append(')');
      }
    }
    verb.parameter()
        .ifPresent(
            parameter ->
                words
                    .append(parameter.least() > 0 ? " " : " [")
                    .append(parameter.label())
                    .append(parameter.most() > 1 ? "..." : "")
                    .append(parameter.least() > 0 ? "" : "]"));
    text(words.toString());
  }

  private static String typed(Option option) {
    return option.name() + (option.hasValue() ? "=" + option.label() : "");
  }

  private void description(Usage usage) {
    section("DESCRIPTION");
    for (String paragraph : usage.description()) {
      text(paragraph);
      line(".PP");
    }
  }

  private void options(Usage verb) {
    section("OPTIONS");
    verb.parameter()
        .ifPresent(
            parameter ->
                entry(parameter.label(), parameter.words().resolved(parameter.description(), "")));
    List<Option> options = new ArrayList<>(verb.options());
    verb.choices().forEach(choice -> options.addAll(choice.options()));
    options.sort(Comparator.comparing(Option::name));
    for (Option option : options) {
      String letter = option.letter().isEmpty() ? "" : option.letter() + ", ";
      entry(
          letter + typed(option), option.words().resolved(option.description(), option.fallback()));
    }
    entry("-h, --help", "print the help");
    entry("-V, --version", "print the version");
  }

  private void examples(Usage usage) {
    section("EXAMPLES");
    line(".nf");
    usage.examples().forEach(this::text);
    line(".fi");
  }

  private static String first(Usage usage) {
    String text = usage.description().get(0);
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void entry(String term, String meaning) {
    line(".TP");
    line(".B " + escaped(term).replace("\"", "\\(dq"));
    text(meaning);
  }

  /** Adds a line of text, in which nothing is a macro. */
  private void text(String text) {
    String escaped = escaped(text.replace("%n", " "));
    line(escaped.startsWith(".") ? "\\&" + escaped : escaped);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
