package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import org.jspecify.annotations.Nullable;

/** Finds that two aliases of a set render one object. Keeps what it has seen: one for each set. */
final class DuplicateObjectRule implements AliasRule {
  private final Seen seen = new Seen();
  private final SetChecks.Earlier earlier;

  DuplicateObjectRule(SetChecks.Earlier earlier) {
    this.earlier = earlier;
  }

  @Override
  public void check(AliasScope alias, Findings findings) {
    String name = alias.declared().name();
    String namespace = alias.resolved().namespace();
    long hash = Seen.hash(Seen.hash(0, namespace), name);
    AliasScope first = first(hash, namespace, name);
    if (first == null) {
      seen.add(hash, earlier.number(alias));
      return;
    }
    findings.add(
        Rule.DUPLICATE_OBJECT,
        alias.path("name"),
        "the alias `%s` in namespace `%s` is declared already, as `%s`%s"
            .formatted(
                Quoted.shortened(name),
                Quoted.shortened(namespace),
                first.path(),
                first.document() == alias.document()
                    ? ""
                    : " of document " + (first.document() + 1)),
        "Give it another name or namespace, or take it out");
  }

  private @Nullable AliasScope first(long hash, String namespace, String name) {
    for (int n = seen.next(hash, Seen.NONE); n != Seen.NONE; n = seen.next(hash, n)) {
      AliasScope alias = earlier.alias(n);
      if (alias.declared().name().equals(name) && alias.resolved().namespace().equals(namespace)) {
        return alias;
      }
    }
    return null;
  }
}
