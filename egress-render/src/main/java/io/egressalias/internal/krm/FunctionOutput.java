package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The output of a run of the function. */
public final class FunctionOutput {
  /** An output without text and findings. */
  static final FunctionOutput NONE = new FunctionOutput(OutputPiece.NONE, List.of(), false);

  private final OutputPiece text;
  private final List<Diagnostic> diagnostics;
  private final boolean failed;

  FunctionOutput(OutputPiece text, List<Diagnostic> diagnostics, boolean failed) {
    this.text = text;
    this.diagnostics = List.copyOf(diagnostics);
    this.failed = failed;
  }

  /** Returns the text for standard output. */
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
   * Writes the text for standard output in pieces.
   *
   * @throws IOException if the target throws it
   */
  public void writeTo(Appendable out) throws IOException {
    text.writeTo(out);
  }

  /**
   * Returns the findings. They have field paths instead of locations, because kustomize rewrites
   * the configuration before it calls the function.
   */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns whether the exit status of the run is other than 0. */
  public boolean failed() {
    return failed;
  }

  /**
   * Returns this output without its text, and with a finding about a change that the run cannot
   * make.
   */
  FunctionOutput refused(Diagnostic why) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.add(why);
    return new FunctionOutput(OutputPiece.NONE, all, true);
  }
}
