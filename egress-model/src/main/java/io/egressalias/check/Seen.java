package io.egressalias.check;

/**
 * What a set has held so far, a few bytes each: a hash, and the number of the alias that it came
 * from. What has the same hash may be the same, and is looked at again by whoever asks.
 *
 * <p>Divided by hash into parts that grow one by one, so that growing never needs twice the memory.
 */
final class Seen {
  /** What {@link #next} returns where nothing more has the hash. */
  static final int NONE = -1;

  private static final int PARTS = 64;
  private static final int LEAST = 4;

  private final Part[] parts = new Part[PARTS];

  /** A hash of text that differs where the text does, but for one case in 2⁶⁴. */
  static long hash(long before, String text) {
    long hash = before ^ 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  /**
   * Returns the number of an entry with this hash, or {@link #NONE}.
   *
   * @param after an entry that was returned before, to get another; {@link #NONE} for the first
   */
  int next(long hash, int after) {
    Part part = parts[part(hash)];
    return part == null ? NONE : part.next(hash, after);
  }

  /** Adds an entry. */
  void add(long hash, int number) {
    int index = part(hash);
    if (parts[index] == null) {
      parts[index] = new Part();
    }
    parts[index].add(hash, number);
  }

  private static int part(long hash) {
    return (int) (hash >>> 58);
  }

  /** Open addressing; a number of 0 stands for an empty place, so all are kept one higher. */
  private static final class Part {
    private long[] hashes = new long[LEAST];
    private int[] numbers = new int[LEAST];
    private int size;

    int next(long hash, int after) {
      boolean passed = after == NONE;
      for (int i = start(hash); numbers[i] != 0; i = (i + 1) % numbers.length) {
        if (hashes[i] == hash && passed) {
          return numbers[i] - 1;
        }
        passed |= hashes[i] == hash && numbers[i] - 1 == after;
      }
      return NONE;
    }

    void add(long hash, int number) {
      if (4 * (size + 1) > 3 * numbers.length) {
        grow();
      }
      put(hash, number + 1);
      size++;
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldNumbers = numbers;
      int length = oldNumbers.length + oldNumbers.length / 2;
      hashes = new long[length];
      numbers = new int[length];
      for (int i = 0; i < oldNumbers.length; i++) {
        if (oldNumbers[i] != 0) {
          put(oldHashes[i], oldNumbers[i]);
        }
      }
    }

    private void put(long hash, int number) {
      int i = start(hash);
      while (numbers[i] != 0) {
        i = (i + 1) % numbers.length;
      }
      hashes[i] = hash;
      numbers[i] = number;
    }

    private int start(long hash) {
      return (int) Math.floorMod(hash, (long) numbers.length);
    }
  }
}
