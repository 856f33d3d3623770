package io.egressalias.cli;

import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code init}: prints a first declaration with comments. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {"Prints a first declaration, with comments that say what to change.", ""},
    footerHeading = "%nExamples:%n",
    footer = {
      "  egress init > egress.yaml",
      "  egress init tls-origination -o egress.yaml",
      "  egress init --list"
    })
final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TOPIC",
      arity = "0..1",
      completionCandidates = Topic.Names.class,
      description =
          "what the declaration shows: ${COMPLETION-CANDIDATES}. Default: external-services")
  private @Nullable String topic;

  @Option(names = "--list", description = "print the topics instead, with a line about each")
  private boolean list;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write to a new file instead of standard output")
  private @Nullable String output;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (list) {
      terminal.print(topics());
      return ExitStatus.DONE;
    }
    String declaration = chosen().declaration();
    if (output == null) {
      terminal.print(declaration);
    } else {
      write(output, declaration);
    }
    return ExitStatus.DONE;
  }

  private Topic chosen() {
    if (topic == null) {
      return Topic.SIMPLEST;
    }
    Optional<Topic> known = Topic.of(topic);
    if (known.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Unknown topic: '%s'. %s"
              .formatted(
                  topic,
                  Topic.nearest(topic)
                      .map(nearest -> "Did you mean `" + nearest + "`?")
                      .orElse("Run `egress init --list` to list the topics")));
    }
    return known.get();
  }

  private static String topics() throws IOException {
    int width = Topic.NAMES.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String name : Topic.NAMES) {
      text.append(name).append(" ".repeat(width - name.length() + 3));
      text.append(new Topic(name).title()).append('\n');
    }
    return text.toString();
  }

  private void write(String name, String declaration) {
    if (name.isEmpty()) {
      throw new Failure("the name of the output file is empty. Pass a name");
    }
    Path file = terminal.directory().resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Failure(
          "`" + name + "` already exists and is not changed. Pass another name, or delete it");
    }
    try {
      new WrittenFile(file).write(declaration);
    } catch (IOException e) {
      throw Failure.of("write", name, e);
    }
  }
}
