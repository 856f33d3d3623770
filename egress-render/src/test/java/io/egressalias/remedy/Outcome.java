package io.egressalias.remedy;

/**
 * What came of one way to put a declaration right.
 *
 * @param reason why it did not lead to a declaration that is accepted; empty: it did
 */
record Outcome(Kind kind, String reason) {
  /** What came of it. */
  enum Kind {
    /** The result is the declaration that the rule shows as right. */
    RIGHT,
    /** The finding is gone, and no error is new. */
    ACCEPTED,
    /** The finding is about how the text is written, which a person puts right. */
    TEXT,
    /** It is no change of the declaration. */
    MANUAL,
    /** It leads to no declaration that is accepted, or cannot be done. */
    FAILED
  }

  static Outcome failed(String reason) {
    return new Outcome(Kind.FAILED, reason);
  }
}
