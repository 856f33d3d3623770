package io.egressalias.imports;

import io.egressalias.model.EgressAliases;

/**
 * A declaration that was made from objects.
 *
 * @param name the {@code metadata.name}
 * @param value the declaration; it has no errors on its platform
 * @param text the declaration as one YAML document, with a comment above an alias for each change
 */
public record ImportedDeclaration(String name, EgressAliases value, String text) {}
