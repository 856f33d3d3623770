package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.List;

/**
 * Holds declarations against every rule. What passes without an error renders, and what renders
 * applies.
 *
 * <p>Needs no file: a finding names the field by its path in a declaration, such as {@code
 * spec.aliases[0].ports[0].port}. Takes time linear in the number of aliases.
 */
public final class Checks {
  private static final List<AliasRule> ALIAS_RULES =
      List.of(
          new NameRules(),
          new MetadataRules(),
          new ObjectSizeRules(),
          new PortRules(),
          new ProtocolRules(),
          new ExternalNameRules(),
          new AddressRules(),
          new TlsRules(),
          new OriginationRules(),
          new LabelSelectorRules(),
          new RoutedRules(),
          new PlatformRules(),
          new ReleaseRules());

  private Checks() {}

  /** Returns what is to be said about one alias on a platform. */
  public static List<Diagnostic> check(EgressAlias alias, Platform platform) {
    return check(List.of(EgressAliases.of(platform, List.of(alias))));
  }

  /** Returns what is to be said about declarations that make one set. */
  public static List<Diagnostic> check(List<EgressAliases> declarations) {
    Findings findings = new Findings();
    List<AliasRule> setRules = List.of(new DuplicateObjectRule(), new ContradictingProtocolRule());
    for (int document = 0; document < declarations.size(); document++) {
      EgressAliases declaration = declarations.get(document);
      findings.document(document);
      DocumentRules.check(declaration, findings);
      for (int index = 0; index < declaration.aliases().size(); index++) {
        AliasScope scope = AliasScope.of(declaration, document, index);
        hold(ALIAS_RULES, scope, findings);
        hold(setRules, scope, findings);
      }
    }
    return List.copyOf(findings.found());
  }

  private static void hold(List<AliasRule> rules, AliasScope scope, Findings findings) {
    for (AliasRule rule : rules) {
      rule.check(scope, findings);
    }
  }

  /** Returns declarations that make one set, with everything that is to be said about them. */
  public static Validated<List<EgressAliases>> validate(List<EgressAliases> declarations) {
    return new Validated<>(declarations, check(declarations));
  }
}
