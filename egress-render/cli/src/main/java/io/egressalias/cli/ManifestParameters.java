package io.egressalias.cli;

import io.egressalias.declaration.Source;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameters with the manifests to read. */
final class ManifestParameters {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a file, a directory (its *.yaml, *.yml and *.json files), a pattern in quotes, or - for"
              + " standard input")
  private List<String> files = List.of();

  List<Source> read(Terminal terminal) {
    if (files.isEmpty() && terminal.interactive().in()) {
      terminal.complain(
          "egress: reading manifests from the terminal; end with Ctrl-D, or press Ctrl-C and pass"
              + " the name of a file.\n");
    }
    return terminal.inputs().ofManifests().read(files);
  }

  List<String> names() {
    return files;
  }
}
