package io.egressalias.cli;

import io.egressalias.declaration.Source;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameters with the declarations to read. */
final class FileParameters {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a file, a directory (its *.yaml and *.yml files), a pattern in quotes, or - for standard"
              + " input")
  private List<String> files = List.of();

  List<String> names() {
    return files;
  }

  List<Source> read(Terminal terminal) {
    if (files.isEmpty() && terminal.interactive().in()) {
      terminal.complain(
          "egress: reading the declaration from the terminal; end with Ctrl-D, or press Ctrl-C and"
              + " pass the name of a file.\n");
    }
    return terminal.inputs().read(files);
  }
}
