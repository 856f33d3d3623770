package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import java.util.List;

/**
 * Finds TLS settings without a mode, which is {@code DISABLE} then.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode">
 *     TLSmode</a>
 */
final class ModeRules implements ManifestRule {
  private static final List<String> OF_MUTUAL =
      List.of("clientCertificate", "privateKey", "credentialName");

  @Override
  public void check(LintContext context) {
    for (HostObjects host : context.hosts().all()) {
      for (RuleView rule : host.rules) {
        for (TlsView tls : TlsFields.of(rule)) {
          // Empty settings may be a way to write DISABLE.
          if (!tls.field().at("mode").present() && !tls.field().keys().isEmpty()) {
            report(tls, context);
          }
        }
      }
    }
  }

  private static void report(TlsView tls, LintContext context) {
    boolean mutual = false;
    for (String key : OF_MUTUAL) {
      mutual |= tls.field().at(key).present();
    }
    context
        .findings()
        .add(
            Rule.TLS_WITHOUT_MODE,
            tls.rule().object(),
            tls.field().at("mode").path(),
            "expected `mode`, found none, and the proxy then sends the calls to `"
                + tls.rule().host()
                + "` without TLS",
            "Add `mode: " + (mutual ? "MUTUAL" : "SIMPLE") + "`, or remove `tls`");
  }
}
