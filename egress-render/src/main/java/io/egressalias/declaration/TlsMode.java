package io.egressalias.declaration;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Disable;
import io.egressalias.model.Mutual;

/** The words of {@code tls.mode}, one for each kind of TLS of the model. */
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
}
