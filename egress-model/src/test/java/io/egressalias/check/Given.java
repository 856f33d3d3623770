package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.ClientTls;
import io.egressalias.model.Disable;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Mutual;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Simple;
import io.egressalias.model.TargetPort;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates values for tables of tests from short words. */
final class Given {

  /** Kubernetes 1.34 with Istio 1.27. */
  static final Platform MESH = platform("1.27");

  /** A port without findings. */
  static final ServicePort TLS_PORT = ServicePort.of("tls", 443);

  private Given() {}

  /**
   * A platform.
   *
   * @param word a release of Istio, {@code none}, {@code undeclared} or {@code registry-only}
   */
  static Platform platform(String word) {
    Platform.Builder platform =
        Platform.builder().kubernetes(KubernetesVersion.parse("1.34").orElseThrow());
    switch (word) {
      case "undeclared" -> {}
      case "none" -> platform.istio(Istio.none());
      case "registry-only" ->
          platform
              .istio(release("1.27"))
              .outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY);
      default -> platform.istio(release(word));
    }
    return platform.build();
  }

  private static Istio release(String number) {
    return Istio.release(IstioVersion.parse(number).orElseThrow());
  }

  /**
   * An alias without ports.
   *
   * @param target a host, an address, {@code headless} or {@code pods}
   */
  static EgressAlias.Builder alias(String target) {
    EgressAlias.Builder alias = EgressAlias.builder().name("my-alias").namespace("shop");
    return switch (target) {
      case "pods" -> alias.target(new PodSelector(Map.of("app", "db")));
      case "headless" -> alias.endpoints("10.20.0.10").headless(true);
      default -> target.matches("[0-9.]+") ? alias.endpoints(target) : alias.externalName(target);
    };
  }

  /**
   * Ports.
   *
   * @param text words such as {@code http:80}, {@code tls:443>8443}, {@code :53/UDP}, {@code
   *     web:80=http} (appProtocol) and {@code http:80!SIMPLE} (TLS), in this order
   */
  static List<ServicePort> ports(String text) {
    return List.of(text.split(" ")).stream().filter(w -> !w.isEmpty()).map(Given::port).toList();
  }

  static ServicePort port(String word) {
    String[] tls = word.split("!", -1);
    String[] app = tls[0].split("=", -1);
    String[] transport = app[0].split("/", -1);
    String[] target = transport[0].split(">", -1);
    int colon = target[0].indexOf(':');
    ServicePort.Builder port =
        ServicePort.builder().port(Integer.parseInt(target[0].substring(colon + 1)));
    if (colon > 0) {
      port.name(target[0].substring(0, colon));
    }
    if (target.length > 1) {
      port.targetPort(
          target[1].matches("-?\\d+")
              ? new TargetPort.ByNumber(Integer.parseInt(target[1]))
              : new TargetPort.ByName(target[1]));
    }
    if (transport.length > 1) {
      port.protocol(Protocol.valueOf(transport[1]));
    }
    if (app.length > 1) {
      port.appProtocol(app[1]);
    }
    if (tls.length > 1) {
      port.tls(tls(tls[1]));
    }
    return port.build();
  }

  /** TLS of a mode, complete for addresses as well; MUTUAL with files. */
  static ClientTls tls(String mode) {
    return switch (mode) {
      case "DISABLE" -> new Disable();
      case "SIMPLE" -> Simple.builder().sni("api.example.com").build();
      case "MUTUAL" ->
          Mutual.builder()
              .sni("api.example.com")
              .clientCertificate("/etc/certs/client.pem")
              .privateKey("/etc/certs/client-key.pem")
              .build();
      default -> throw new IllegalArgumentException(mode);
    };
  }

  /** The codes of errors and warnings, in their order, separated by spaces. */
  static String codes(List<Diagnostic> found) {
    return found.stream()
        .filter(d -> d.severity() != Severity.INFO)
        .map(d -> d.rule().code())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static String codes(EgressAlias.Builder alias, Platform platform) {
    return codes(Checks.check(alias.build(), platform));
  }

  /** The place and remedy of the only finding of a rule. */
  static String remedy(Rule rule, EgressAlias.Builder alias, Platform platform) {
    return Checks.check(alias.build(), platform).stream()
        .filter(d -> d.rule() == rule)
        .map(d -> d.path() + ": " + d.remedy())
        .collect(Collectors.joining("\n"))
        .replace("spec.aliases[0].", "");
  }
}
