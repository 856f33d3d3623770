package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.PlatformFact;
import java.util.Optional;

/** Rules about the name and the namespace of an alias. */
final class NameRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    name(alias, findings);
    Optional<String> namespace = alias.declared().namespace();
    if (namespace.isPresent()) {
      DocumentRules.namespace(alias.path("namespace"), namespace.get(), findings);
    }
  }

  private static void name(AliasScope alias, FindingCollector findings) {
    String name = alias.declared().name();
    if (name.equals("kubernetes")
        && alias.resolved().namespace().equals(EgressAlias.DEFAULT_NAMESPACE)) {
      findings.add(
          Rule.API_SERVER_NAME,
          alias.path("name"),
          "`kubernetes` in the namespace `default` is the name of the Service of the API server",
          "Write another name, such as `name: other-cluster`, or declare another namespace, such as"
              + " `namespace: shop`");
    }
    boolean relaxed = PlatformFact.RELAXED_SERVICE_NAME.holds(alias.platform());
    if (relaxed ? NameGrammar.isLabel(name) : NameGrammar.isLetterLabel(name)) {
      return;
    }
    String expected =
        !relaxed && NameGrammar.isLabel(name)
            ? "expected a letter as the first character (Kubernetes before 1.36 accepts no digit there)"
            : NameGrammar.LABEL_IN_WORDS;
    findings.add(
        Rule.ALIAS_NAME,
        alias.path("name"),
        expected + ", found `" + Quoted.shortened(name) + "`",
        "Write a name such as `name: " + NearestLabel.label(name, "my-httpbin") + "`");
  }
}
