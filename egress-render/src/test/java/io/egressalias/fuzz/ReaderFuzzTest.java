package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Chunk;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.DocumentReader;
import io.egressalias.declaration.Source;
import io.egressalias.declaration.SourceStream;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.report.TextReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Whatever a file holds, what is wrong with it is a finding with a place in it. */
final class ReaderFuzzTest {
  private static final String FILE = "any.yaml";
  private static final Tally TALLY = new Tally("reader");

  @FuzzTest
  void reads(byte[] bytes) {
    TALLY.execution();
    Effort.bounded(() -> read(bytes));
  }

  private static void read(byte[] bytes) {
    Source source = Source.decode(FILE, bytes);
    Validated<Declarations> read = DeclarationReader.read(List.of(source), Assumptions.none());
    List<Diagnostic> findings = read.diagnostics();
    Places.check(findings, FILE, source.text());
    if (!findings.isEmpty()) {
      assertFalse(new TextReport(Map.of(FILE, source.text())).print(findings).isBlank());
    }
    if (findings.isEmpty() || findings.get(0).rule() != Rule.TEXT) {
      assertEquals(findings, Streamed.read(bytes));
    }
    if (!read.has(Severity.ERROR)) {
      assertFalse(ManifestRenderer.render(read.map(Declarations::documents)).isEmpty());
      TALLY.rendered();
    }
  }

  @AfterAll
  static void count() throws IOException {
    TALLY.print();
  }

  /** Reads a text as the command does, in pieces. */
  private static final class Streamed {
    private static final int PIECE = 61;

    private final SourceStream source = new SourceStream(FILE);
    private final DocumentReader documents = new DocumentReader(Assumptions.none());
    private final List<Diagnostic> findings = new ArrayList<>();

    static List<Diagnostic> read(byte[] bytes) {
      Streamed streamed = new Streamed();
      for (int from = 0; from < bytes.length; from += PIECE) {
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
        streamed.add(streamed.source.add(piece, piece.length));
      }
      streamed.add(streamed.source.end());
      streamed.findings.addAll(streamed.documents.problems(streamed.source));
      streamed.findings.addAll(streamed.documents.end(FILE));
      return streamed.findings;
    }

    private void add(List<Chunk> chunks) {
      for (Chunk chunk : chunks) {
        Validated<Declarations> read = documents.read(FILE, chunk);
        findings.addAll(read.diagnostics());
      }
    }
  }
}
