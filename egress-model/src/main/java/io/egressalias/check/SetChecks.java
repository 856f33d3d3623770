package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.model.EgressAliases;
import java.util.List;

/**
 * Checks declarations that make one set against every rule, one after another. Of an alias that was
 * checked it keeps the name and the place, and what it says of each port of each of its addresses.
 */
public final class SetChecks {
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
          new CapabilityRules());

  private final List<AliasRule> setRules =
      List.of(new DuplicateObjectRule(), new ContradictingProtocolRule());
  private int documents;

  /** Begins a set. */
  public SetChecks() {}

  /** Returns what is to be said about the next declaration, alone and beside those before it. */
  public List<Diagnostic> check(EgressAliases declaration) {
    int document = documents++;
    FindingCollector findings = new FindingCollector(document);
    DocumentRules.check(declaration, findings);
    for (int index = 0; index < declaration.aliases().size(); index++) {
      AliasScope scope = AliasScope.of(declaration, document, index);
      hold(ALIAS_RULES, scope, findings);
      hold(setRules, scope, findings);
    }
    return List.copyOf(findings.found());
  }

  private static void hold(List<AliasRule> rules, AliasScope scope, FindingCollector findings) {
    for (AliasRule rule : rules) {
      rule.check(scope, findings);
    }
  }
}
