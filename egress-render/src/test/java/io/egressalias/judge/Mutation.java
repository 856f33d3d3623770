package io.egressalias.judge;

import io.egressalias.model.EgressAliases;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Changes one field of a declaration to a value at its limit.
 *
 * @param field the changed field
 * @param weight the frequency relative to others
 * @param change the change; has no effect without such a field
 */
record Mutation(String field, int weight, BiConsumer<DeclarationDraft, Sampler> change) {

  /** Returns the declaration with the change; empty if it has no effect. */
  Optional<EgressAliases> of(EgressAliases declaration, Sampler sampler) {
    DeclarationDraft draft = DeclarationDraft.of(declaration);
    change.accept(draft, sampler);
    EgressAliases changed = draft.build();
    return changed.equals(declaration) ? Optional.empty() : Optional.of(changed);
  }
}
