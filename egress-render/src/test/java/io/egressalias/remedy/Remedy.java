package io.egressalias.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A remedy, taken apart: what may be done instead of one another, and each of that in the order in
 * which it is done.
 */
record Remedy(List<Alternative> alternatives) {
  private static final Set<String> OTHERWISE = Set.of("or", "else", "otherwise");
  private static final Set<String> CONDITIONS =
      Set.of("if", "when", "where", "for", "to", "in", "on", "without", "with", "before", "from");
  private static final Set<String> CONNECTIVES = Set.of("and", "then");

  /** One way to put the declaration right. */
  record Alternative(List<Action> actions) {
    /** Returns whether something in it changes a declaration. */
    boolean isEdit() {
      return actions.stream().anyMatch(Action::isEdit);
    }

    /** Returns what a machine can do: what names nothing to type is left to the reader. */
    List<Action> done() {
      List<Action> exact = actions.stream().filter(Action::isExact).toList();
      return exact.isEmpty() ? actions : exact;
    }

    /** Returns whether one result is enough, since the reader chooses. */
    boolean isChoice() {
      return actions.stream().anyMatch(action -> !action.choices().isEmpty());
    }

    @Override
    public String toString() {
      return String.join(" and ", actions.stream().map(Action::toString).toList());
    }
  }

  /** Reads a remedy; what follows a semicolon and is no imperative is left out. */
  static Remedy of(String text) {
    List<Alternative> alternatives = new ArrayList<>();
    Optional<String> verb = Optional.empty();
    for (Clause clause : Clause.all(Token.all(text))) {
      List<Action> actions = actions(clause.tokens(), verb);
      if (actions.isEmpty()) {
        continue;
      }
      verb = Optional.of(actions.get(actions.size() - 1).verb());
      if (clause.continues() && !alternatives.isEmpty()) {
        Alternative before = alternatives.remove(alternatives.size() - 1);
        List<Action> all = new ArrayList<>(before.actions());
        all.addAll(actions);
        alternatives.add(new Alternative(all));
      } else {
        alternatives.add(new Alternative(actions));
      }
    }
    return new Remedy(alternatives);
  }

  /** Returns the imperatives of a clause; one that begins without a verb has that before it. */
  private static List<Action> actions(List<Token> clause, Optional<String> earlier) {
    int start = start(clause);
    if (start < 0 && (earlier.isEmpty() || !clause.get(0).code())) {
      return List.of();
    }
    List<Action> actions = new ArrayList<>();
    String verb = start < 0 ? earlier.orElseThrow() : clause.get(start).text();
    int from = start + 1;
    for (int i = from + 1; i < clause.size(); i++) {
      if (Action.isVerb(clause.get(i)) && clause.get(i - 1).isOneOf(CONNECTIVES)) {
        actions.add(new Action(verb, clause.subList(from, i - 1)));
        verb = clause.get(i).text();
        from = i + 1;
      }
    }
    actions.add(new Action(verb, clause.subList(from, clause.size())));
    return actions;
  }

  /** Returns where the first verb is: at the beginning, or behind a condition; -1: nowhere. */
  private static int start(List<Token> clause) {
    if (Action.isVerb(clause.get(0))) {
      return 0;
    }
    if (clause.get(0).isOneOf(CONDITIONS)) {
      for (int i = 1; i < clause.size(); i++) {
        if (clause.get(i - 1).is(",") && Action.isVerb(clause.get(i))) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * A part of a remedy.
   *
   * @param continues whether it is done after what is before it, and not instead of it
   */
  private record Clause(List<Token> tokens, boolean continues) {

    static List<Clause> all(List<Token> tokens) {
      List<Clause> clauses = new ArrayList<>();
      List<Token> here = new ArrayList<>();
      boolean continues = false;
      for (int i = 0; i < tokens.size(); i++) {
        int next = i;
        while (next < tokens.size() && separates(tokens, next, here)) {
          next++;
        }
        if (next > i) {
          add(clauses, here, continues);
          here = new ArrayList<>();
          continues = isEnd(tokens.get(next - 1));
          i = next - 1;
        } else {
          here.add(tokens.get(i));
        }
      }
      add(clauses, here, continues);
      return clauses;
    }

    private static void add(List<Clause> clauses, List<Token> tokens, boolean continues) {
      if (!tokens.isEmpty()) {
        clauses.add(new Clause(tokens, continues));
      }
    }

    private static boolean isEnd(Token token) {
      return token.is(";") || token.is(".");
    }

    private static boolean separates(List<Token> tokens, int i, List<Token> before) {
      Token token = tokens.get(i);
      if (isEnd(token)) {
        return true;
      }
      if (i + 1 == tokens.size()) {
        return false;
      }
      Token next = tokens.get(i + 1);
      if (token.is(",")) {
        return next.isOneOf(OTHERWISE)
            || (Action.isVerb(next) && leadsToOr(tokens.subList(i, tokens.size())))
            || (next.code() && !Action.isList(before) && isAlternative(before));
      }
      boolean begins = i > 0 && (tokens.get(i - 1).is(",") || isEnd(tokens.get(i - 1)));
      return (token.isOneOf(OTHERWISE) && begins)
          || (token.is("or") && (next.code() || Action.isVerb(next)) && !Action.isList(before));
    }

    /** As in "write `a`, remove `b`, or keep `c`". */
    private static boolean leadsToOr(List<Token> tokens) {
      for (int i = 1; i < tokens.size() && !isEnd(tokens.get(i)); i++) {
        if (tokens.get(i).is("or") && tokens.get(i - 1).is(",")) {
          return true;
        }
      }
      return false;
    }

    /** As in "Write `a` where it is so, `b` where it is not", and in "Write `a`, `b` or `c`". */
    private static boolean isAlternative(List<Token> before) {
      if (before.stream().noneMatch(Token::code) || !Action.isVerb(before.get(0))) {
        return false;
      }
      Token last = before.get(before.size() - 1);
      return !last.code() || (before.get(0).is("write") && !Typed.isEntry(last.text()));
    }
  }
}
