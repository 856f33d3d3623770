package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;

/**
 * TLS settings of a rule.
 *
 * @param rule the rule
 * @param field the settings, in the policy of the host, of a port or of a subset
 */
record TlsView(RuleView rule, Field field) {

  String mode() {
    return field.at("mode").text();
  }

  /** Returns whether a proxy with these settings encrypts, with a certificate of the target's. */
  boolean originates() {
    return mode().equals("SIMPLE") || mode().equals("MUTUAL");
  }

  boolean isOfMesh() {
    return mode().equals("ISTIO_MUTUAL");
  }

  boolean hasCredential() {
    return field.at("credentialName").optional().isPresent();
  }

  /**
   * Returns whether sidecars or waypoints use the settings: sidecars read a credential only if a
   * rule selects them.
   */
  boolean reachesSidecars() {
    return !hasCredential() || rule.selectsPods() || rule.ambient();
  }

  boolean isUnverified() {
    return field.at("insecureSkipVerify").text().equals("true");
  }

  boolean hasServerName() {
    return field.at("sni").optional().isPresent();
  }

  boolean hasNames() {
    return !field.at("subjectAltNames").items().isEmpty();
  }
}
