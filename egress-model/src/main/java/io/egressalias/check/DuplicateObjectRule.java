package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds that two aliases of a set render one object. Keeps what it has seen: one for each set. */
final class DuplicateObjectRule implements AliasRule {
  // Lists as keys, not records: whose hash code is linked anew at every start of the command.
  private final Map<List<String>, AliasScope> seen = new HashMap<>();

  @Override
  public void check(AliasScope alias, Findings findings) {
    String name = alias.declared().name();
    String namespace = alias.resolved().effectiveNamespace();
    AliasScope first = seen.putIfAbsent(List.of(namespace, name), alias);
    if (first != null) {
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
  }
}
