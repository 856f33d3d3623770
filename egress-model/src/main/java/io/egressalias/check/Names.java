package io.egressalias.check;

/** Grammars of names for callers outside of this package. */
public final class Names {
  private Names() {}

  /**
   * Returns whether every release of Kubernetes accepts a text as the name of a Service.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names">
   *     RFC 1035 label names</a>
   */
  public static boolean isServiceName(String text) {
    return NameGrammar.isLetterLabel(text);
  }

  /**
   * Returns whether a text is a valid name of a namespace.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names">
   *     RFC 1123 label names</a>
   */
  public static boolean isNamespace(String text) {
    return NameGrammar.isLabel(text);
  }

  /**
   * Returns whether a text is a DNS name in lower case, without a dot at its end.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4">RFC 1035, section 2.3.4</a>
   */
  public static boolean isHost(String text) {
    return NameGrammar.isHost(text);
  }
}
