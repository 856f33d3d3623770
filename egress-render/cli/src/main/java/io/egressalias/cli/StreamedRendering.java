package io.egressalias.cli;

import io.egressalias.declaration.Chunk;
import io.egressalias.declaration.Declarations;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.Documents;
import io.egressalias.files.Spool;
import io.egressalias.render.Manifest;
import io.egressalias.report.TextReport;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Renders a set into a spool, and holds no more of it than a stretch. */
final class StreamedRendering implements Documents.Reading {
  /** As many findings as anybody reads before mending the first. */
  private static final int MOST = 10_000;

  private final Terminal terminal;
  private final RenderingOptions rendering;
  private final FailOnOption failOn;
  private final Spool spool;
  private final Progress progress;
  private int status = ExitStatus.DONE;
  private int told;

  StreamedRendering(
      Terminal terminal, RenderingOptions rendering, FailOnOption failOn, Spool spool) {
    this.terminal = terminal;
    this.rendering = rendering;
    this.failOn = failOn;
    this.spool = spool;
    this.progress = new Progress(terminal);
  }

  @Override
  public void stretch(String file, Chunk chunk, Validated<Declarations> read, long aliases) {
    progress.read(aliases);
    complain(() -> TextReport.ofPart(file, chunk.text(), chunk.line()), read.diagnostics());
    status = Math.max(status, failOn.status(read));
    if (status == ExitStatus.DONE) {
      Function<Manifest, String> comment = rendering.comment(read.orThrow());
      rendering.render(read, manifest -> spool.add(ManifestYaml.write(List.of(manifest), comment)));
    }
  }

  @Override
  public void problems(List<Diagnostic> found) {
    complain(() -> new TextReport(Map.of()), found);
    status = Math.max(status, failOn.status(Validated.of(found, found)));
  }

  /** The report takes the text apart, so it is made where there is something to be said. */
  private void complain(Supplier<TextReport> report, List<Diagnostic> found) {
    List<Diagnostic> grave = Findings.grave(found);
    if (grave.isEmpty() || told > MOST) {
      return;
    }
    progress.clear();
    List<Diagnostic> shown = grave.subList(0, Math.min(grave.size(), MOST - told));
    terminal.complain(report.get().print(shown));
    told += grave.size();
    if (told > MOST) {
      terminal.complain("egress: there is more to be said; `egress lint` says all of it.\n");
    }
  }

  /** Returns the exit status; where it is 0, the spool holds what was rendered. */
  int end() {
    progress.clear();
    return status;
  }
}
