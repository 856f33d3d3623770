package io.egressalias.check;

/**
 * The grammars of names. Written by hand for speed; an alias is held against a dozen of them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object
 *     names</a>
 */
final class NameGrammar {
  static final int LABEL = 63;

  /** Describes a label, for a message. */
  static final String LABEL_IN_WORDS =
      "expected at most 63 lowercase letters, digits and `-`, without `-` at the start or end";

  static final int SUBDOMAIN = 253;
  static final int SERVICE_NAME = 15;

  private NameGrammar() {}

  /** Lower case letters, digits and {@code -}; 63 characters; neither first nor last a dash. */
  static boolean isLabel(String text) {
    return isLabel(text, 0, text.length());
  }

  /** A label that begins with a letter. */
  static boolean isLetterLabel(String text) {
    return isLabel(text) && isLower(text.charAt(0));
  }

  /** Labels of any length joined by dots, 253 characters in all, as Kubernetes has it. */
  static boolean isSubdomain(String text) {
    return text.length() <= SUBDOMAIN && isDotted(text, SUBDOMAIN);
  }

  /** A subdomain that DNS can carry: 63 characters at most in each part. */
  static boolean isHost(String text) {
    return text.length() <= SUBDOMAIN && isDotted(text, LABEL) && !isNumeric(lastPart(text));
  }

  static String lastPart(String host) {
    return host.substring(host.lastIndexOf('.') + 1);
  }

  static boolean isNumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The name part of a key, or a whole label value that is not empty. */
  static boolean isQualifiedPart(String text) {
    int length = text.length();
    if (length == 0 || length > LABEL) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean inner = i > 0 && i < length - 1;
      if (!isAlphanumeric(c) && !(inner && "-_.".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** {@code [prefix/]name}. */
  static boolean isQualified(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? isQualifiedPart(text)
        : isSubdomain(text.substring(0, slash)) && isQualifiedPart(text.substring(slash + 1));
  }

  /**
   * The name of a container's port: 15 characters, a letter at least, no dash first, last or twice.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6335#section-5.1">RFC 6335, section 5.1</a>
   */
  static boolean isServiceName(String text) {
    return text.length() <= SERVICE_NAME && isLabel(text) && !text.contains("--") && hasLower(text);
  }

  private static boolean hasLower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLower(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Text that can be carried: no half of a character that takes two places in Java. */
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** A scheme in lower case, and after {@code ://} anything but white space and wildcards. */
  static boolean isUri(String text) {
    int colon = text.indexOf("://");
    int start = colon + "://".length();
    if (colon < 1 || !isLower(text.charAt(0)) || start == text.length()) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && "+.-".indexOf(c) < 0) {
        return false;
      }
    }
    for (int i = start; i < text.length(); i++) {
      if (" \t\n\u000B\f\r*".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return isWhole(text);
  }

  private static boolean isDotted(String text, int longestPart) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        if (i - start > longestPart || !isDashed(text, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isLabel(String text, int from, int to) {
    return to - from <= LABEL && isDashed(text, from, to);
  }

  private static boolean isDashed(String text, int from, int to) {
    if (from == to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(char c) {
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
  }
}
