package io.egressalias.check;

/** Grammars that other doors ask for as well. */
public final class Names {
  private Names() {}

  /**
   * Returns whether every release of Kubernetes takes a text as the name of a Service.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names">
   *     RFC 1035 label names</a>
   */
  public static boolean isServiceName(String text) {
    return Grammar.isLetterLabel(text);
  }
}
