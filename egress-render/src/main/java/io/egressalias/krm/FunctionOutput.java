package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the function says.
 *
 * @param text what goes to standard output
 * @param diagnostics what was found; their places are field paths, since kustomize writes the
 *     configuration anew before it hands it over
 * @param failed whether the run is to end with an exit status that is not 0
 */
public record FunctionOutput(String text, List<Diagnostic> diagnostics, boolean failed) {

  /** What a run says that has found nothing. */
  static final FunctionOutput NONE = new FunctionOutput("", List.of(), false);

  /** Copies the list. */
  public FunctionOutput {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns this without its text, and with what a run cannot do that it is asked for. */
  FunctionOutput refused(Diagnostic why) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.add(why);
    return new FunctionOutput("", all, true);
  }
}
