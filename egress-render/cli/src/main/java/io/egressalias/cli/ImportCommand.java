package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.internal.files.ImportName;
import io.egressalias.internal.files.ImportedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The verb {@code import}: turns manifests into a declaration. */
final class ImportCommand implements Verb {
  private static final Option NAME =
      Option.value(
          "--name",
          "NAME",
          "metadata.name of the declaration. Default: the name of the only file or"
              + " directory, or"
              + " imported");

  private static final Option SPLIT =
      Option.word(
          "--split",
          "SPLIT",
          List.of("none", "namespace"),
          "whether each namespace gets a declaration of its own:"
              + " ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}");

  private static final Usage USAGE =
      new Usage(
          "import",
          List.of(
              "Turns Kubernetes and Istio manifests into a declaration. All inputs are one"
                  + " set, so that a"
                  + " Service and its Endpoints may be in different files. Writes the declaration to"
                  + " standard output and the findings to standard error. A comment above an alias names"
                  + " each loss and each change."),
          FileParameters.MANIFESTS,
          Option.all(
              List.of(
                  NAME,
                  SPLIT,
                  ImportDestination.LEFTOVERS,
                  FindingFormat.OPTION_FOR_FINDINGS,
                  ColorOption.OPTION,
                  FailOnOption.OPTION),
              ClusterOptions.ALL),
          List.of(ImportDestination.CHOICE),
          "0 imported, or no manifest is an alias; 1 an alias is refused, and the others"
              + " are written, or a finding has the severity warning with --fail-on warning,"
              + " and nothing is written; 2 wrong usage, or a file cannot be read or written.",
          List.of(
              "egress import k8s/ -o egress.yaml",
              "kubectl get svc,ep,endpointslices -A -o yaml | egress import --istio none -",
              "kubectl get svc,ep,endpointslices,se,dr,vs -n shop -o yaml | egress import"
                  + " --istio 1.27 -",
              "helm template . | egress import -",
              "egress import --leftovers leftovers.sh -o egress.yaml k8s/"));

  private final Terminal terminal;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    ClusterOptions cluster = ClusterOptions.of(arguments);
    FailOnOption failOn = FailOnOption.of(arguments);
    FindingFormat format = FindingFormat.of(arguments);
    boolean byNamespace = arguments.word(SPLIT).equals("namespace");
    ImportDestination destination = new ImportDestination(arguments);
    ImportedFiles output = destination.files(byNamespace, terminal);
    output.check();
    List<Source> sources = FileParameters.manifests(arguments, terminal);
    String name = arguments.value(NAME).orElseGet(() -> ImportName.of(arguments.parameters()));
    Imported imported =
        ManifestImporter.run(
            sources, new ImportOptions(cluster.platform(), cluster.namespace(), name, byNamespace));
    report(
        format,
        new FindingReport(
            sources, imported.diagnostics(), ColorOption.of(arguments).onError(terminal)));
    if (imported.commented() && format == FindingFormat.text) {
      terminal.complain("Comments of the inputs are not imported.\n");
    }
    if (failOn.least() == Severity.WARNING && imported.has(Severity.WARNING)) {
      return ExitStatus.FINDINGS;
    }
    output.write(imported);
    if (destination.isStandardOutput()) {
      terminal.print(ImportedFiles.together(imported.declarations()));
    }
    return imported.has(Severity.ERROR) ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private void report(FindingFormat format, FindingReport report) {
    StringBuilder text = new StringBuilder();
    try {
      report.write(format, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Each format escapes the text of the inputs.
    terminal.show(text.toString());
  }
}
