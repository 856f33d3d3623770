package io.egressalias.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that an unknown word probably means. */
public final class Suggestions {

  private Suggestions() {}

  /** Returns the word that differs from an unknown word in few letters; empty: none. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /**
   * Returns the number of letters to add, remove, replace or swap with the next one, ignoring case.
   */
  private static int distance(String left, String right) {
    if (left.length() > 2 * right.length() + 2) {
      return Integer.MAX_VALUE;
    }
    int[][] rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, left, right, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int least(int[][] rows, String left, String right, int i, int j) {
    boolean same = same(left.charAt(i - 1), right.charAt(j - 1));
    int replaced = rows[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && same(left.charAt(i - 1), right.charAt(j - 2))
            && same(left.charAt(i - 2), right.charAt(j - 1));
    return swapped ? Math.min(least, 1 + rows[i - 2][j - 2]) : least;
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
