package io.egressalias.cli;

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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code import}: turns manifests into a declaration. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Turns Kubernetes and Istio manifests into a declaration. All inputs are one set, so that a"
          + " Service and its Endpoints may be in different files. Writes the declaration to"
          + " standard output and the findings to standard error. A comment above an alias names"
          + " each loss and each change.",
      ""
    },
    footerHeading =
        "%nExit status: 0 imported, or no manifest is an alias; 1 an alias is refused, and the"
            + " others are written, or a finding has the severity warning with --fail-on warning,"
            + " and nothing is written; 2 wrong usage, or a file cannot be read or"
            + " written.%n%nExamples:%n",
    footer = {
      "  egress import k8s/ -o egress.yaml",
      "  kubectl get svc,ep,endpointslices -A -o yaml | egress import --istio none -",
      "  kubectl get svc,ep,endpointslices,se,dr,vs -n shop -o yaml | egress import --istio 1.27 -",
      "  helm template . | egress import -",
      "  egress import --leftovers leftovers.sh -o egress.yaml k8s/"
    })
final class ImportCommand implements Callable<Integer> {
  /** The declarations to write. */
  enum Split {
    none,
    namespace
  }

  private final Terminal terminal;

  @Mixin private ManifestParameters files = new ManifestParameters();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "metadata.name of the declaration. Default: the name of the only file or directory, or"
              + " imported")
  private @Nullable String name;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "none",
      description =
          "whether each namespace gets a declaration of its own: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}")
  private Split split = Split.none;

  @Mixin private ImportDestination destination = new ImportDestination();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "format of the findings: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private FindingFormat format = FindingFormat.text;

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ImportedFiles output = destination.files(split == Split.namespace, terminal);
    output.check();
    List<Source> sources = files.read(terminal);
    Imported imported = ManifestImporter.run(sources, options());
    report(new FindingReport(sources, imported.diagnostics(), color.onError(terminal)));
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

  private ImportOptions options() {
    return new ImportOptions(
        cluster.platform(),
        cluster.namespace(),
        name == null ? ImportName.of(files.names()) : name,
        split == Split.namespace);
  }

  private void report(FindingReport report) {
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
