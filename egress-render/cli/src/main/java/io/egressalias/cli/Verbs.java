package io.egressalias.cli;

import java.util.List;

/** The verbs of the command. */
final class Verbs {
  /** In the order of the help. */
  static final List<String> NAMES =
      List.of(
          "render",
          "lint",
          "check",
          "plan",
          "explain",
          "schema",
          "install",
          "uninstall",
          "completion",
          "init",
          "import",
          "fmt",
          "list",
          "help");

  private Verbs() {}

  /** Returns the verb with a name of {@link #NAMES}, and loads the classes of this verb alone. */
  static Verb of(String name, Terminal terminal) {
    return switch (name) {
      case "render" -> new RenderCommand(terminal);
      case "lint" -> new LintCommand(terminal);
      case "check" -> new CheckCommand(terminal);
      case "plan" -> new PlanCommand(terminal);
      case "explain" -> new ExplainCommand(terminal);
      case "schema" -> new SchemaCommand(terminal);
      case "install" -> new InstallCommand(terminal);
      case "uninstall" -> new UninstallCommand(terminal);
      case "completion" -> new CompletionCommand(terminal);
      case "init" -> new InitCommand(terminal);
      case "import" -> new ImportCommand(terminal);
      case "fmt" -> new FmtCommand(terminal);
      case "list" -> new ListCommand(terminal);
      case "help" -> new HelpCommand(terminal);
      default -> throw new IllegalArgumentException("no verb: " + name);
    };
  }
}
