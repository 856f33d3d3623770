package io.egressalias.internal.text;

/** Thrown where a text is not in the usual form. Whether it is valid is left to the parser. */
final class Unusual extends Exception {
  private static final long serialVersionUID = 1L;

  private Unusual() {
    super("not in the usual form", null, false, false);
  }

  static void unless(boolean usual) throws Unusual {
    if (!usual) {
      throw new Unusual();
    }
  }
}
