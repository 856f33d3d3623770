package io.egressalias.declaration;

/** The limits for a text; the message about an exceeded limit names the limit. */
public final class Limits {

  /** The maximum size of a text: 64 MiB. */
  public static final int BYTES = 64 * 1024 * 1024;

  /** The maximum number of documents in a text. */
  static final int DOCUMENTS = 100_000;

  /** The maximum nesting of lists and maps. A declaration needs eight levels. */
  static final int DEPTH = 64;

  /** The maximum number of values in a document, including those that YAML aliases repeat. */
  static final int NODES = 2_000_000;

  private Limits() {}
}
