package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Origination;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.List;
import java.util.Optional;

/** Rules about which ports TLS is for. What it says in itself is for {@link OriginationRules}. */
final class TlsRules implements AliasRule {
  private static final int CLEAR_HTTP = 80;

  @Override
  public void check(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    if (declared.target() instanceof PodSelector) {
      selector(alias, findings);
      return;
    }
    if (!alias.platform().istio().present()) {
      noMesh(alias, findings);
      return;
    }
    for (int i = 0; i < declared.ports().size(); i++) {
      ServicePort port = declared.ports().get(i);
      Optional<ClientTls> tls = declared.tls(port);
      FieldPath place = port.tls().isPresent() ? alias.port(i).key("tls") : alias.path("tls");
      if (tls.filter(Origination.class::isInstance).isPresent()) {
        originating(alias, i, place.key("mode"), findings);
      } else {
        clearText(alias, i, place, findings);
      }
    }
  }

  private static void selector(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    String message = "`%s` is not for pods of the mesh, to which Istio's own mutual TLS applies";
    declared.tls().ifPresent(t -> refuseForPods(alias.path("tls"), message, "tls", findings));
    for (int i = 0; i < declared.ports().size(); i++) {
      if (declared.ports().get(i).tls().isPresent()) {
        refuseForPods(alias.port(i).key("tls"), message, "tls", findings);
      }
    }
    declared
        .authority()
        .ifPresent(a -> refuseForPods(alias.path("authority"), message, "authority", findings));
    declared
        .workloadSelector()
        .ifPresent(
            s ->
                refuseForPods(
                    alias.path("workloadSelector"), message, "workloadSelector", findings));
  }

  private static void refuseForPods(
      FieldPath path, String message, String what, Findings findings) {
    findings.add(Rule.TLS_OF_SELECTOR, path, message.formatted(what), "Take it out");
  }

  private static void noMesh(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    declared
        .tls()
        .filter(Origination.class::isInstance)
        .ifPresent(t -> refuseWithoutMesh(alias.path("tls").key("mode"), "TLS", findings));
    for (int i = 0; i < declared.ports().size(); i++) {
      if (declared.ports().get(i).tls().filter(Origination.class::isInstance).isPresent()) {
        refuseWithoutMesh(alias.port(i).key("tls").key("mode"), "TLS", findings);
      }
    }
    declared
        .authority()
        .ifPresent(a -> refuseWithoutMesh(alias.path("authority"), "`authority`", findings));
    declared
        .workloadSelector()
        .ifPresent(
            s -> refuseWithoutMesh(alias.path("workloadSelector"), "`workloadSelector`", findings));
  }

  private static void refuseWithoutMesh(FieldPath path, String what, Findings findings) {
    findings.add(
        Rule.NEEDS_MESH,
        path,
        what + " is carried out by sidecars, and `istio: none` says that there are none",
        "Take it out and let the workload do it, or declare the release of Istio");
  }

  private static void originating(AliasScope alias, int index, FieldPath mode, Findings findings) {
    ServicePort port = alias.declared().ports().get(index);
    Optional<IstioProtocol> protocol = IstioProtocol.of(port);
    if (port.protocol() != Protocol.TCP) {
      findings.add(
          Rule.TLS_OF_DATAGRAMS,
          mode,
          "TLS is for TCP, port %s is `%s`".formatted(port.port(), port.protocol()),
          "Add `tls: {mode: DISABLE}` to that port");
    } else if (protocol.filter(IstioProtocol::isTls).isPresent()) {
      boolean own = port.tls().isPresent();
      findings.add(
          Rule.DOUBLE_TLS,
          own ? mode : alias.port(index),
          "the workload speaks TLS on port %s by itself (`%s`), and TLS is declared around it%s"
              .formatted(
                  port.port(), protocol.get().word(), own ? "" : ", by the `tls` of the alias"),
          own
              ? "Write `mode: DISABLE`, or name the port `http` if the workload sends clear text"
              : "Add `tls: {mode: DISABLE}` to this port");
    } else if (Starttls.isSpokenOn(port)) {
      findings.add(
          Rule.STARTTLS,
          mode,
          "the server on port %s (`%s`) begins in clear text and does not understand TLS at once"
              .formatted(port.port(), port.name().orElse("")),
          "Write `mode: DISABLE` and let the client ask for TLS, or name the port `tcp-db` if this"
              + " server speaks TLS at once");
    } else if (port.port() == CLEAR_HTTP && port.targetPort().isEmpty()) {
      findings.add(
          Rule.ORIGINATION_ON_CLEAR_PORT,
          alias.port(index).key("port"),
          "TLS is originated to port 80 of the server, where servers expect clear text",
          "Add `targetPort: 443`, or `targetPort: 80` if that is meant");
    }
  }

  private static void clearText(AliasScope alias, int index, FieldPath place, Findings findings) {
    ServicePort port = alias.declared().ports().get(index);
    boolean encrypted = IstioProtocol.of(port).filter(IstioProtocol::isTls).isPresent();
    if (encrypted || port.protocol() != Protocol.TCP) {
      return;
    }
    List<Object> said = List.of(port.port(), port.name().orElse("no name"));
    if (alias.declared().tls(port).isEmpty()) {
      findings.add(
          Rule.TLS_LEFT_OPEN,
          alias.port(index),
          "clear text of port %s (`%s`) leaves the mesh, and nobody says that it may"
              .formatted(said.toArray()),
          "Declare `tls: {mode: DISABLE}` if it may or if the workload encrypts by itself, `tls:"
              + " {mode: SIMPLE}` to encrypt it");
    } else {
      findings.add(
          Rule.CLEAR_TEXT,
          place.key("mode"),
          "what workloads send to port %s (`%s`) leaves the mesh as it is"
              .formatted(said.toArray()),
          "Write `mode: SIMPLE` where the server takes TLS and the workload sends clear text");
    }
  }
}
