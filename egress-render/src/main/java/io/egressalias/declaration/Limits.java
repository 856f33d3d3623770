package io.egressalias.declaration;

/** What a text may not exceed; each limit is named in the message of the one who meets it. */
public final class Limits {

  /** How large a text may be: 64 MiB. */
  public static final int BYTES = 64 * 1024 * 1024;

  /** How many documents a text may have. */
  static final int DOCUMENTS = 100_000;

  /** How deep lists and maps may stand in one another. A declaration needs eight levels. */
  static final int DEPTH = 64;

  /** How many values a document may have, those that {@code *aliases} repeat counted each time. */
  static final int NODES = 2_000_000;

  private Limits() {}
}
