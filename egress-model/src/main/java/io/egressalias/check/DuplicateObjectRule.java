package io.egressalias.check;

import io.egressalias.diagnostic.Rule;
import java.util.HashMap;
import java.util.Map;

/** Finds that two aliases of a set render one object. Keeps what it has seen: one for each set. */
final class DuplicateObjectRule implements AliasRule {
  private final Map<Identity, AliasScope> seen = new HashMap<>();

  private record Identity(String namespace, String name) {}

  @Override
  public void check(AliasScope alias, Findings findings) {
    Identity identity =
        new Identity(alias.resolved().effectiveNamespace(), alias.declared().name());
    AliasScope first = seen.putIfAbsent(identity, alias);
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_OBJECT,
          alias.path("name"),
          "the alias `%s` in namespace `%s` is declared already, as `%s`%s"
              .formatted(
                  identity.name(),
                  identity.namespace(),
                  first.path(),
                  first.document() == alias.document()
                      ? ""
                      : " of document " + (first.document() + 1)),
          "Give it another name or namespace, or take it out");
    }
  }
}
