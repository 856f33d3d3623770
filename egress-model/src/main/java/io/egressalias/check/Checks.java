package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds declarations against every rule. What passes without an error renders, and what renders
 * applies.
 *
 * <p>Needs no file: a finding names the field by its path in a declaration, such as {@code
 * spec.aliases[0].ports[0].port}. Takes time linear in the number of aliases.
 */
public final class Checks {
  private Checks() {}

  /** Returns what is to be said about one alias on a platform. */
  public static List<Diagnostic> check(EgressAlias alias, Platform platform) {
    return check(List.of(EgressAliases.of(platform, List.of(alias))));
  }

  /** Returns what is to be said about declarations that make one set. */
  public static List<Diagnostic> check(List<EgressAliases> declarations) {
    SetChecks checks = new SetChecks();
    List<Diagnostic> found = new ArrayList<>();
    for (EgressAliases declaration : declarations) {
      found.addAll(checks.check(declaration));
    }
    return List.copyOf(found);
  }

  /**
   * Returns declarations that make one set, with everything that is to be said about them; with an
   * error, the findings alone.
   */
  public static Validated<List<EgressAliases>> validate(List<EgressAliases> declarations) {
    return Validated.of(declarations, check(declarations));
  }
}
