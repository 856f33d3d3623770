package io.egressalias.cli;

/** What a run of the command ends with. */
final class ExitStatus {
  /** What was asked for is done. */
  static final int DONE = 0;

  /** The declaration has errors, and nothing was written; or what is committed is not current. */
  static final int FINDINGS = 1;

  /** Wrong usage, or a file that cannot be read or written. */
  static final int FAILURE = 2;

  private ExitStatus() {}
}
