package io.egressalias.cli;

import io.egressalias.declaration.Source;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The parameters with the declarations to read. */
final class FileParameters {
  @Parameters(
      paramLabel = "FILE",
      description =
          "files, directories (their *.yaml and *.yml), patterns in quotes, or - for standard"
              + " input")
  private List<String> files = List.of();

  List<String> names() {
    return files;
  }

  List<Source> read(Terminal terminal) {
    return terminal.inputs().read(files);
  }
}
