package io.egressalias.cli;

import io.egressalias.diagnostic.Rule;
import io.egressalias.files.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The verb {@code explain}: why a rule is there, with a wrong declaration and a right one. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Tells what a rule holds, why, where that comes from, and shows a wrong declaration and a"
          + " right one. Without a code it lists the rules.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  egress explain", "  egress explain EGA0301"})
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "CODE", arity = "0..1", description = "such as EGA0301")
  private @Nullable String code;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (code == null) {
      terminal.print(list());
      return ExitStatus.DONE;
    }
    Optional<Rule> rule = Rule.of(code);
    if (rule.isEmpty()) {
      throw new Failure(
          "there is no rule `" + code + "`. `egress explain` without a code lists them");
    }
    terminal.print(explain(rule.get()));
    return ExitStatus.DONE;
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
