package io.egressalias.cli;

import io.egressalias.check.Names;
import io.egressalias.declaration.Source;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** The parameters with the manifests to read. */
final class ManifestParameters {
  private static final String STDIN = "-";

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

  /** Returns the base name of the only file or directory as a valid name. */
  String nameOr(String otherwise) {
    if (files.size() != 1 || files.get(0).equals(STDIN)) {
      return otherwise;
    }
    String path = files.get(0).replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?<=.)\\.[^.]*$", "");
    String valid =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("[.-]*\\.[.-]*", ".")
            .replaceAll("^[.-]+|[.-]+$", "");
    return Names.isHost(valid) ? valid : otherwise;
  }
}
