package io.egressalias.declaration;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Disable;
import io.egressalias.model.Mutual;
import io.egressalias.model.Simple;

/** The values of {@code tls.mode}, one for each kind of TLS in the model. */
enum TlsMode {
  DISABLE,
  SIMPLE,
  MUTUAL;

  static TlsMode of(ClientTls tls) {
    if (tls instanceof Disable) {
      return DISABLE;
    }
    return tls instanceof Mutual ? MUTUAL : SIMPLE;
  }

  /** Returns the TLS of this mode, with the settings that apply to it. */
  ClientTls with(Mutual settings) {
    return switch (this) {
      case DISABLE -> ClientTls.disable();
      case SIMPLE ->
          Simple.builder()
              .sni(settings.sni())
              .addAllSubjectAltNames(settings.subjectAltNames())
              .caCertificates(settings.caCertificates())
              .credentialName(settings.credentialName())
              .build();
      case MUTUAL -> settings;
    };
  }
}
