package io.egressalias.cli;

/** The exit status of the command. */
final class ExitStatus {
  /** The run succeeded. */
  static final int DONE = 0;

  /**
   * The declaration has errors, and nothing was written; or committed manifests are not up to date.
   */
  static final int FINDINGS = 1;

  /** Wrong usage, or a file that cannot be read or written. */
  static final int FAILURE = 2;

  private ExitStatus() {}
}
