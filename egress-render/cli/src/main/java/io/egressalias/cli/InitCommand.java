package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.Words;
import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The verb {@code init}: prints a first declaration with comments. */
final class InitCommand implements Verb {
  private static final Option LIST =
      Option.flag("--list", "print the topics instead, with a line about each");

  private static final Option OUTPUT =
      Option.value("--output", "FILE", "write to a new file instead of standard output")
          .letter("-o");

  private static final Usage USAGE =
      new Usage(
          "init",
          List.of("Prints a first declaration, with comments that say what to change."),
          Optional.of(
              new Parameter(
                  "TOPIC",
                  0,
                  1,
                  Words.open(Topic.NAMES),
                  "what the declaration shows: ${COMPLETION-CANDIDATES}. Default: external-services")),
          List.of(LIST, OUTPUT),
          List.of(),
          "",
          List.of(
              "egress init > egress.yaml",
              "egress init tls-origination -o egress.yaml",
              "egress init --list"));

  private final Terminal terminal;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) throws IOException {
    if (arguments.has(LIST)) {
      terminal.print(topics());
      return ExitStatus.DONE;
    }
    String declaration = chosen(arguments.parameter()).declaration();
    Optional<String> output = arguments.value(OUTPUT);
    if (output.isEmpty()) {
      terminal.print(declaration);
    } else {
      write(output.get(), declaration);
    }
    return ExitStatus.DONE;
  }

  private static Topic chosen(Optional<String> topic) {
    if (topic.isEmpty()) {
      return Topic.SIMPLEST;
    }
    String name = topic.get();
    return Topic.of(name)
        .orElseThrow(
            () ->
                new WrongArgument(
                    "Unknown topic: '%s'. %s"
                        .formatted(
                            name,
                            Topic.nearest(name)
                                .map(nearest -> "Did you mean `" + nearest + "`?")
                                .orElse("Run `egress init --list` to list the topics"))));
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
