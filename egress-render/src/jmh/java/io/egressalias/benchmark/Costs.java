package io.egressalias.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The cost of each work in each round. */
final class Costs {
  private final Map<Work, List<Cost>> rounds = new HashMap<>();
  private final List<Order> orders = new ArrayList<>();

  /** A work that does all that another does, and more. */
  private record Order(Work less, Work more) {}

  void add(Work work, Cost round) {
    rounds.computeIfAbsent(work, key -> new ArrayList<>()).add(round);
  }

  /** Says that a work does all that another does, and more, so that it cannot cost less. */
  void order(Work less, Work more) {
    orders.add(new Order(less, more));
  }

  boolean has(Work work) {
    return rounds.containsKey(work);
  }

  List<Double> of(Work work, ToDoubleFunction<Cost> part) {
    return rounds.getOrDefault(work, List.of()).stream().map(part::applyAsDouble).toList();
  }

  /** Returns why a figure of this work cannot be true; empty: it can. */
  Optional<String> refusal(Work work) {
    for (Order order : orders) {
      boolean concerned = work.equals(order.less()) || work.equals(order.more());
      if (concerned && has(order.less()) && has(order.more()) && isLess(order)) {
        return Optional.of(order.more().title() + " cannot cost less than " + order.less().title());
      }
    }
    return Optional.empty();
  }

  private boolean isLess(Order order) {
    return isLess(order, Cost::cpu) || isLess(order, Cost::wall);
  }

  private boolean isLess(Order order, ToDoubleFunction<Cost> part) {
    return Figure.median(of(order.more(), part)) < Figure.median(of(order.less(), part));
  }
}
