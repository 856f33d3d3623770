package io.egressalias.lint;

import java.util.List;

/** Rules about TLS settings of DestinationRules. */
final class TlsRules implements ManifestRule {
  private static final List<ManifestRule> RULES =
      List.of(
          new ExternalNameRules(),
          new SecondRules(),
          new ModeRules(),
          new CredentialRules(),
          new RuleNamespaceRules(),
          new RulePortRules(),
          new DoubleTlsRules(),
          new TlsToPlainPortRules(),
          new MeshMutualRules(),
          new ServerNameRules(),
          new HidingRules(),
          new UnencryptedPortRules());

  @Override
  public void check(LintContext context) {
    for (ManifestRule rule : RULES) {
      rule.check(context);
    }
  }
}
