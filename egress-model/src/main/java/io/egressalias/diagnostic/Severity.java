package io.egressalias.diagnostic;

import java.util.Locale;

/** What a finding asks of the user; from mild to grave. */
public enum Severity {
  /** Good to know. */
  INFO,
  /** Legal, and probably not meant. It goes away when what is meant is declared. */
  WARNING,
  /** Would be refused by a cluster, or carried out other than declared. Nothing is rendered. */
  ERROR;

  /** Returns the word that is printed: {@code error}, {@code warning} or {@code info}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
