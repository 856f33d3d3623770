package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.model.EgressAliases;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Holds declarations that make one set against every rule, one after another, for who cannot hold
 * all of them at once. An alias leaves some 20 bytes behind, and as many for each port of each of
 * its addresses.
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

  private final Earlier earlier;
  private final List<AliasRule> setRules;

  /**
   * Begins a set.
   *
   * @param earlier returns a declaration of the set that was checked before, by its number from 0;
   *     asked only where two aliases seem to be one
   */
  public SetChecks(IntFunction<EgressAliases> earlier) {
    this.earlier = new Earlier(earlier);
    setRules =
        List.of(new DuplicateObjectRule(this.earlier), new ContradictingProtocolRule(this.earlier));
  }

  /** Returns what is to be said about the next declaration, alone and beside those before it. */
  public List<Diagnostic> check(EgressAliases declaration) {
    int document = earlier.begin(declaration);
    Findings findings = new Findings(document);
    DocumentRules.check(declaration, findings);
    for (int index = 0; index < declaration.aliases().size(); index++) {
      AliasScope scope = AliasScope.of(declaration, document, index);
      hold(ALIAS_RULES, scope, findings);
      hold(setRules, scope, findings);
    }
    return List.copyOf(findings.found());
  }

  private static void hold(List<AliasRule> rules, AliasScope scope, Findings findings) {
    for (AliasRule rule : rules) {
      rule.check(scope, findings);
    }
  }

  /** The aliases of the set so far, counted through: a number takes less room than a place. */
  static final class Earlier {
    private final IntFunction<EgressAliases> declarations;
    private int[] firsts = new int[4];
    private int documents;
    private int aliases;
    private EgressAliases current = EgressAliases.builder().build();

    private Earlier(IntFunction<EgressAliases> declarations) {
      this.declarations = declarations;
    }

    private int begin(EgressAliases declaration) {
      if (documents == firsts.length) {
        firsts = Arrays.copyOf(firsts, 2 * documents);
      }
      firsts[documents] = aliases;
      aliases += declaration.aliases().size();
      current = declaration;
      return documents++;
    }

    /** Returns the number of an alias of the declaration that is being checked. */
    int number(AliasScope alias) {
      return firsts[documents - 1] + alias.index();
    }

    /** Returns an alias by its number. */
    AliasScope alias(int number) {
      int found = Arrays.binarySearch(firsts, 0, documents, number);
      int document = found < 0 ? -found - 2 : found;
      // A declaration without aliases has the number of the one behind it.
      while (document + 1 < documents && firsts[document + 1] <= number) {
        document++;
      }
      EgressAliases declaration =
          document == documents - 1 ? current : declarations.apply(document);
      return AliasScope.of(declaration, document, number - firsts[document]);
    }
  }
}
