package io.egressalias.judge;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/** Draws from arbitraries; equal seeds give equal values. */
final class Sampler {
  /** Determines the spread of values in jqwik, not their number. */
  private static final int SIZE = 1000;

  private final Random random;
  private final IdentityHashMap<Arbitrary<?>, RandomGenerator<?>> generators =
      new IdentityHashMap<>();

  Sampler(long seed) {
    random = new Random(seed);
  }

  @SuppressWarnings("unchecked") // an arbitrary is stored with its own generator
  <T> T draw(Arbitrary<T> arbitrary) {
    RandomGenerator<T> generator =
        (RandomGenerator<T>) generators.computeIfAbsent(arbitrary, a -> a.generator(SIZE));
    return generator.next(random).value();
  }

  <T> T draw(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
