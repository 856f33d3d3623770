package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import java.util.List;

/**
 * The result of {@link DeclarationFormatter#format}.
 *
 * @param text the text in canonical form; the original text, if there is a finding or a refusal
 * @param findings the reasons why the text cannot be read; empty: it can be read
 * @param refusals the reasons why the text is not formatted although it can be read, each as a
 *     sentence with its place
 */
public record FormattedText(String text, List<Diagnostic> findings, List<String> refusals) {
  /** Copies the lists. */
  public FormattedText {
    findings = List.copyOf(findings);
    refusals = List.copyOf(refusals);
  }

  /** Returns whether the text is in canonical form. */
  public boolean isFormatted() {
    return findings.isEmpty() && refusals.isEmpty();
  }
}
