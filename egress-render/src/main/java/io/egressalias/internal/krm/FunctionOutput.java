package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a run of the function says. */
public final class FunctionOutput {
  /** What a run says that has found nothing. */
  static final FunctionOutput NONE = new FunctionOutput(OutputPiece.NONE, List.of(), false);

  private final OutputPiece text;
  private final List<Diagnostic> diagnostics;
  private final boolean failed;

  FunctionOutput(OutputPiece text, List<Diagnostic> diagnostics, boolean failed) {
    this.text = text;
    this.diagnostics = List.copyOf(diagnostics);
    this.failed = failed;
  }

  /** Returns what goes to standard output. */
  public String text() {
    StringBuilder all = new StringBuilder();
    try {
      writeTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /**
   * Writes what goes to standard output piece by piece.
   *
   * @throws IOException if the target throws it
   */
  public void writeTo(Appendable out) throws IOException {
    text.writeTo(out);
  }

  /**
   * Returns what was found; the places are field paths, since kustomize writes the configuration
   * anew before it hands it over.
   */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns whether the run is to end with an exit status that is not 0. */
  public boolean failed() {
    return failed;
  }

  /** Returns this without its text, and with what a run cannot do that it is asked for. */
  FunctionOutput refused(Diagnostic why) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.add(why);
    return new FunctionOutput(OutputPiece.NONE, all, true);
  }
}
