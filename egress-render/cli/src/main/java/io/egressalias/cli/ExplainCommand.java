package io.egressalias.cli;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The verb {@code explain}: prints the reason for a rule with a wrong and a right declaration, or
 * the meaning of a field.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Tells what a rule holds, why, where that comes from, and shows a wrong declaration and a"
          + " right one. Of a field of a declaration it tells the type, the meaning and the"
          + " default. Without a code or a field it lists the rules.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  egress explain",
      "  egress explain EGA0301",
      "  egress explain spec.aliases.tls.mode"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String CODES = "EGA";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CODE|FIELD",
      arity = "0..1",
      description = "such as EGA0301, or spec.aliases.tls")
  private @Nullable String subject;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (subject == null) {
      terminal.print(list());
    } else if (subject.regionMatches(true, 0, CODES, 0, CODES.length())) {
      terminal.print(explain(rule(subject)));
    } else {
      terminal.print(ExplainedField.text(subject, spec.commandLine()));
    }
    return ExitStatus.DONE;
  }

  private static Rule rule(String code) throws Failure {
    Optional<Rule> rule = Rule.of(code);
    if (rule.isEmpty()) {
      throw new Failure(
          "there is no rule `" + code + "`. `egress explain` without a code lists them");
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
    return rule.code()
        + " ("
        + rule.severity().word()
        + "): "
        + rule.title()
        + ".\n\n"
        + Paragraph.wrapped(rule.why())
        + "\n"
        + Paragraph.wrapped(rule.remedy())
        + example("Wrong", rule, "wrong")
        + example("Right", rule, "right")
        + "\nSee "
        + String.join("\n    ", rule.references())
        + "\n";
  }

  private static String example(String title, Rule rule, String name) throws IOException {
    String file = "/io/egressalias/rules/" + rule.code() + "/" + name + ".yaml";
    try (InputStream in = Rule.class.getResourceAsStream(file)) {
      return in == null
          ? ""
          : "\n"
              + title
              + ":\n\n"
              + new String(in.readAllBytes(), StandardCharsets.UTF_8).indent(4);
    }
  }
}
