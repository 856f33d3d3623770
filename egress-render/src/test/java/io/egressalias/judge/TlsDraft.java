package io.egressalias.judge;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TLS whose single fields can be changed. */
final class TlsDraft {
  Mode mode = Mode.DISABLE;
  Optional<String> sni = Optional.empty();
  List<String> subjectAltNames = new ArrayList<>();
  Optional<String> caCertificates = Optional.empty();
  Optional<String> credentialName = Optional.empty();
  Optional<String> clientCertificate = Optional.empty();
  Optional<String> privateKey = Optional.empty();

  enum Mode {
    DISABLE,
    SIMPLE,
    MUTUAL
  }

  static TlsDraft of(ClientTls tls) {
    TlsDraft draft = new TlsDraft();
    if (tls instanceof Origination origination) {
      draft.mode = Mode.SIMPLE;
      draft.sni = origination.sni();
      draft.subjectAltNames = new ArrayList<>(origination.subjectAltNames());
      draft.caCertificates = origination.caCertificates();
      draft.credentialName = origination.credentialName();
    }
    if (tls instanceof Mutual mutual) {
      draft.mode = Mode.MUTUAL;
      draft.clientCertificate = mutual.clientCertificate();
      draft.privateKey = mutual.privateKey();
    }
    return draft;
  }

  boolean originates() {
    return mode != Mode.DISABLE;
  }

  ClientTls build() {
    return switch (mode) {
      case DISABLE -> ClientTls.disable();
      case SIMPLE -> simple();
      case MUTUAL -> mutual();
    };
  }

  private Simple simple() {
    Simple.Builder simple = Simple.builder().addAllSubjectAltNames(subjectAltNames);
    sni.ifPresent(simple::sni);
    caCertificates.ifPresent(simple::caCertificates);
    credentialName.ifPresent(simple::credentialName);
    return simple.build();
  }

  private Mutual mutual() {
    Mutual.Builder mutual = Mutual.builder().addAllSubjectAltNames(subjectAltNames);
    sni.ifPresent(mutual::sni);
    caCertificates.ifPresent(mutual::caCertificates);
    credentialName.ifPresent(mutual::credentialName);
    clientCertificate.ifPresent(mutual::clientCertificate);
    privateKey.ifPresent(mutual::privateKey);
    return mutual.build();
  }
}
