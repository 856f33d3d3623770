package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks declarations against every rule. A declaration without an error can be rendered, and a
 * cluster accepts what is rendered.
 *
 * <p>Needs no file: a finding names the field by its path in a declaration, such as {@code
 * spec.aliases[0].ports[0].port}. Takes time linear in the number of aliases.
 */
public final class Checks {
  private Checks() {}

  /** Returns the findings about one alias on a platform. */
  public static List<Diagnostic> check(EgressAlias alias, Platform platform) {
    return check(List.of(EgressAliases.of(platform, List.of(alias))));
  }

  /** Returns the findings about declarations that make one set. */
  public static List<Diagnostic> check(List<EgressAliases> declarations) {
    SetChecks checks = new SetChecks();
    List<Diagnostic> found = new ArrayList<>();
    for (EgressAliases declaration : declarations) {
      found.addAll(checks.check(declaration));
    }
    return List.copyOf(found);
  }

  /**
   * Returns declarations that make one set, together with all findings. If a finding is an error,
   * returns the findings only.
   */
  public static Validated<List<EgressAliases>> validate(List<EgressAliases> declarations) {
    return Validated.of(declarations, check(declarations));
  }
}
