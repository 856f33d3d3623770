package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The searches give what a look at each range gives. */
final class EditedRangesTest {
  private record Range(int start, int end) {}

  @Test
  void findsWhatALookAtEachRangeFinds() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      List<Range> all = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(20);
        all.add(new Range(start, start + Math.max(0, random.nextInt(7) - 2)));
      }
      all.sort(Comparator.comparingInt(Range::start));
      EditedRanges ranges = new EditedRanges(all.size());
      for (Range range : all) {
        ranges.add(range.start(), range.end());
      }
      for (int start = 0; start < 20; start++) {
        for (int end = start + 1; end < 22; end++) {
          assertSame(all, ranges, start, end);
        }
      }
    }
  }

  private static void assertSame(List<Range> all, EditedRanges ranges, int start, int end) {
    boolean contain = false;
    boolean overlap = false;
    boolean insert = false;
    for (Range range : all) {
      if (range.start() < range.end()) {
        contain |= range.start() <= start && end <= range.end();
        overlap |= range.start() < end && start < range.end();
      } else {
        insert |= start < range.start() && range.start() < end;
      }
    }
    String message = all + " " + start + " " + end;
    assertEquals(contain, ranges.contain(start, end), message);
    assertEquals(overlap, ranges.overlap(start, end), message);
    assertEquals(insert, ranges.insertBetween(start, end), message);
  }
}
