package io.egressalias.judge;

import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import java.util.Optional;

/** A port whose single fields can be changed. */
final class PortDraft {
  Optional<String> name = Optional.empty();
  int number = 80;
  Optional<TargetPort> target = Optional.empty();
  Protocol protocol = Protocol.TCP;
  Optional<String> appProtocol = Optional.empty();
  Optional<TlsDraft> tls = Optional.empty();

  static PortDraft of(ServicePort port) {
    PortDraft draft = new PortDraft();
    draft.name = port.name();
    draft.number = port.port();
    draft.target = port.targetPort();
    draft.protocol = port.protocol();
    draft.appProtocol = port.appProtocol();
    draft.tls = port.tls().map(TlsDraft::of);
    return draft;
  }

  /** The protocol that Istio assumes. */
  Optional<IstioProtocol> spoken() {
    return IstioProtocol.of(build());
  }

  /** The number and transport protocol, which are unique in a Service. */
  String place() {
    return number + protocol.name();
  }

  ServicePort build() {
    ServicePort.Builder port = ServicePort.builder().port(number).protocol(protocol);
    name.ifPresent(port::name);
    target.ifPresent(port::targetPort);
    appProtocol.ifPresent(port::appProtocol);
    tls.ifPresent(draft -> port.tls(draft.build()));
    return port.build();
  }
}
