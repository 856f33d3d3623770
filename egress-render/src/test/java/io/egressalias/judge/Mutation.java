package io.egressalias.judge;

import io.egressalias.model.EgressAliases;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Changes one field of a declaration to something at its edge.
 *
 * @param field what is changed
 * @param weight how often, beside the others
 * @param change changes nothing where there is no such field
 */
record Mutation(String field, int weight, BiConsumer<DeclarationDraft, Sampler> change) {

  /** Returns the declaration with the change; empty where there is nothing to change. */
  Optional<EgressAliases> of(EgressAliases declaration, Sampler sampler) {
    DeclarationDraft draft = DeclarationDraft.of(declaration);
    change.accept(draft, sampler);
    EgressAliases changed = draft.build();
    return changed.equals(declaration) ? Optional.empty() : Optional.of(changed);
  }
}
