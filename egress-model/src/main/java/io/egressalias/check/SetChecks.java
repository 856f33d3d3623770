package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Optional;

/**
 * Checks the declarations of one set against every rule, one declaration after another. Retains for
 * each alias its name, its place, the protocol of each port of each address, and the Service of the
 * cluster that it names.
 */
public final class SetChecks {
  private static final List<AliasRule> ALIAS_RULES =
      List.of(
          new NameRules(),
          new MetadataRules(),
          new ObjectSizeRules(),
          new PortRules(),
          new DetectedProtocolRules(),
          new ProtocolRules(),
          new HttpNumberRules(),
          new ExternalNameRules(),
          new AddressRules(),
          new HostnameRules(),
          new TlsRules(),
          new ClearTextRules(),
          new ConnectProxyRule(),
          new AnnouncedNamesRule(),
          new OriginationRules(),
          new CommonTlsRules(),
          new CertificateFilesRule(),
          new LabelSelectorRules(),
          new RoutedRules(),
          new PlatformRules(),
          new CapabilityRules(),
          new AmbientRules(),
          new WaypointRules(),
          new WaypointCertificatesRule());

  private final List<AliasRule> setRules;
  private int documents;

  /** Starts a set of declarations without texts. */
  public SetChecks() {
    this(new NoPlaces());
  }

  /** Starts a set of declarations that are read from texts. */
  public SetChecks(AliasPlaces places) {
    setRules =
        List.of(
            new DuplicateObjectRule(places),
            new ContradictingProtocolRule(),
            new SharedPortRule(),
            new NamespaceNameRule(),
            new WaypointRoutesRule(),
            new CircleRule());
  }

  /** Returns the findings about the next declaration, alone and together with the previous ones. */
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

  private static final class NoPlaces implements AliasPlaces {
    @Override
    public Optional<SourceLocation> of(int document, int alias) {
      return Optional.empty();
    }
  }
}
