package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Words;
import io.egressalias.declaration.Source;
import io.egressalias.internal.files.Inputs;
import java.util.List;
import java.util.Optional;

/** The parameters with the files to read. */
final class FileParameters {
  /** Declarations. */
  static final Optional<Parameter> DECLARATIONS = files("*.yaml and *.yml");

  /** Declarations, manifests, or both. */
  static final Optional<Parameter> MANIFESTS = files("*.yaml, *.yml and *.json");

  private FileParameters() {}

  private static Optional<Parameter> files(String patterns) {
    return Optional.of(
        new Parameter(
            "FILE",
            0,
            Integer.MAX_VALUE,
            Words.NONE,
            "a file, a directory (its "
                + patterns
                + " files), a pattern in quotes, or - for standard input"));
  }

  static List<Source> declarations(Arguments arguments, Terminal terminal) {
    return read("the declaration", arguments, terminal.inputs(), terminal);
  }

  static List<Source> manifests(Arguments arguments, Terminal terminal) {
    return read("manifests", arguments, terminal.inputs().ofManifests(), terminal);
  }

  static List<Source> declarationsAndManifests(Arguments arguments, Terminal terminal) {
    return read("declarations and manifests", arguments, terminal.inputs().ofBoth(), terminal);
  }

  private static List<Source> read(
      String what, Arguments arguments, Inputs inputs, Terminal terminal) {
    if (arguments.parameters().isEmpty() && terminal.interactive().in()) {
      terminal.complain(
          "egress: reading "
              + what
              + " from the terminal; end with Ctrl-D, or press Ctrl-C and pass the name of a"
              + " file.\n");
    }
    return inputs.read(arguments.parameters());
  }
}
