package io.egressalias.cli;

import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command and its verbs. */
@Command(
    name = "egress",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Renders egress aliases as Kubernetes and Istio manifests. An egress alias gives an external"
          + " service the DNS name of a local one. This command does not contact a cluster.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  egress render egress.yaml",
      "  egress render egress.yaml | kubectl apply -f -",
      "  egress render --help"
    })
final class Egress implements Runnable {
  /** The verbs of builds and pipelines, which do not load the classes of the further verbs. */
  private static final Set<String> FREQUENT = Set.of("render", "lint", "check", "plan");

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  private Egress() {}

  /** Runs the command and returns its exit status. */
  static int run(String[] args, Terminal terminal) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new Egress())
            .addSubcommand(new RenderCommand(terminal))
            .addSubcommand(new LintCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new SchemaCommand(terminal))
            .addSubcommand(new InstallCommand(terminal))
            .addSubcommand(new CompletionCommand(terminal));
    if (args.length == 0 || !FREQUENT.contains(args[0])) {
      Further.add(command, terminal);
    }
    // These settings apply to the commands that are already there.
    command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setParameterExceptionHandler(new WrongUsage(terminal))
        .setExecutionExceptionHandler((e, line, result) -> fail(e, terminal));
    int status = ExitStatus.FAILURE;
    try {
      status = command.execute(args);
      terminal.complain(err.toString());
      terminal.print(out.toString());
    } catch (Failure e) {
      return fail(e, terminal);
    } catch (OutOfMemoryError e) {
      return fail(e, terminal);
    }
    return status;
  }

  static int fail(OutOfMemoryError e, Terminal terminal) {
    terminal.complain(
        "egress: out of memory. Split the input into several files, or set"
            + " `JAVA_TOOL_OPTIONS=-Xmx1g`.\n");
    return ExitStatus.FAILURE;
  }

  static int fail(Exception e, Terminal terminal) {
    if (e instanceof InvalidPathException wrong) {
      return fail(Failure.of(wrong), terminal);
    }
    if (e instanceof InvalidOverrideException wrong) {
      return fail(new Failure(String.valueOf(wrong.getMessage())), terminal);
    }
    if (!(e instanceof Failure)) {
      terminal.complain(
          "egress: internal error, please report it: "
              + Printable.line(e.toString())
              + " at "
              + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?")
              + "\n");
    } else if (!String.valueOf(e.getMessage()).isEmpty()) {
      terminal.complain("egress: " + Printable.line(String.valueOf(e.getMessage())) + ".\n");
    }
    return ExitStatus.FAILURE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command, such as `render`");
  }

  /** The verbs that a user types. */
  private static final class Further {
    private Further() {}

    static void add(CommandLine command, Terminal terminal) {
      command
          .addSubcommand(new InitCommand(terminal))
          .addSubcommand(new ImportCommand(terminal))
          .addSubcommand(new FmtCommand(terminal))
          .addSubcommand(new ListCommand(terminal))
          .addSubcommand(new HelpCommand());
    }
  }

  /** Reads the version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"egress " + number()};
    }

    static String number() {
      String version = Egress.class.getPackage().getImplementationVersion();
      return version == null ? "0" : version;
    }
  }
}
