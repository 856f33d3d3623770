package io.egressalias.cli;

import io.egressalias.declaration.Source;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameters with the declarations and manifests to read. */
final class LintParameters {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a file, a directory (its *.yaml, *.yml and *.json files), a pattern in quotes, or - for"
              + " standard input")
  private List<String> files = List.of();

  List<Source> read(Terminal terminal) {
    if (files.isEmpty() && terminal.interactive().in()) {
      terminal.complain(
          "egress: reading declarations and manifests from the terminal; end with Ctrl-D, or press"
              + " Ctrl-C and pass the name of a file.\n");
    }
    return terminal.inputs().ofBoth().read(files);
  }
}
