package io.egressalias.diagnostic;

import java.util.Locale;

/** The severity of a finding, in ascending order. */
public enum Severity {
  /** The declaration is legal. The finding is information. */
  INFO,
  /**
   * The declaration is legal and probably not what is meant. The finding disappears when the
   * declaration says what is meant.
   */
  WARNING,
  /**
   * A cluster would refuse the declaration, or carry it out other than declared. Nothing is
   * rendered.
   */
  ERROR;

  /** Returns the word that is printed: {@code error}, {@code warning} or {@code info}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
