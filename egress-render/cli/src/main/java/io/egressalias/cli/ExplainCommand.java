package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.Words;
import io.egressalias.declaration.FieldReference;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The verb {@code explain}: prints the reason for a rule with a wrong and a right example, or the
 * meaning of a field.
 */
final class ExplainCommand implements Verb {
  private static final String CODES = "EGA";

  /** The subjects for the completion of a shell: the codes of the rules, and the fields. */
  static final class Subjects implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> subjects = new ArrayList<>();
      for (Rule rule : Rule.values()) {
        subjects.add(rule.code());
      }
      subjects.addAll(FieldReference.paths());
      return subjects.iterator();
    }
  }

  private static final Usage USAGE =
      new Usage(
          "explain",
          List.of(
              "Explains a rule: why it exists, what to do, a wrong and a right example, and"
                  + " references."
                  + " Explains a field of a declaration: its type, meaning and default. Lists all"
                  + " rules if"
                  + " neither a code nor a field is given."),
          Optional.of(
              new Parameter(
                  "CODE|FIELD",
                  0,
                  1,
                  Words.open(new Subjects()),
                  "a rule such as EGA0301, or a field such as spec.aliases.tls")),
          List.of(),
          List.of(),
          "",
          List.of(
              "egress explain", "egress explain EGA0301", "egress explain spec.aliases.tls.mode"));

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) throws IOException {
    Optional<String> subject = arguments.parameter();
    if (subject.isEmpty()) {
      terminal.print(list());
    } else if (subject.get().regionMatches(true, 0, CODES, 0, CODES.length())) {
      terminal.print(explain(rule(subject.get())));
    } else {
      terminal.print(ExplainedField.text(subject.get()));
    }
    return ExitStatus.DONE;
  }

  private static Rule rule(String code) throws Failure {
    Optional<Rule> rule = Rule.of(code);
    if (rule.isEmpty()) {
      throw new Failure("unknown rule `" + code + "`. Run `egress explain` to list the rules");
    }
    return rule.get();
  }

  private static String list() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : Rule.values()) {
      text.append("%s  %-7s  %s%n".formatted(rule.code(), rule.severity().word(), rule.title()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String explain(Rule rule) throws IOException {
    return "RULE:       "
        + rule.code()
        + "\nSEVERITY:   "
        + rule.severityWords()
        + "\nTITLE:      "
        + rule.title()
        + "\n"
        + section("WHY", Paragraph.wrapped(rule.why()))
        + section("WHAT TO DO", Paragraph.wrapped(rule.remedy()))
        + section("WRONG", example(rule, "wrong"))
        + section("RIGHT", example(rule, "right"))
        + section("REFERENCES", String.join("\n", rule.references()));
  }

  private static String section(String title, String text) {
    return text.isEmpty() ? "" : "\n" + title + ":\n" + text.indent(4);
  }

  private static String example(Rule rule, String name) throws IOException {
    String file = "/io/egressalias/rules/" + rule.code() + "/" + name + ".yaml";
    try (InputStream in = Rule.class.getResourceAsStream(file)) {
      return in == null
          ? ""
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceFirst("^# args: (.*)\n", "# egress import $1\n");
    }
  }
}
