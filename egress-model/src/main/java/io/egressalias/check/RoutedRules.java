package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Rules about what only the routed form can do, and what it cannot. */
final class RoutedRules implements AliasRule {

  @Override
  public void check(AliasScope alias, Findings findings) {
    if (!alias.platform().istio().present() || alias.declared().target() instanceof PodSelector) {
      return;
    }
    Optional<String> authority = alias.declared().authority();
    if (authority.isPresent()) {
      authority(alias, authority.get(), findings);
    }
    selector(alias, findings);
    if (alias.needsSidecar()) {
      routed(alias, findings);
    }
  }

  private static void authority(AliasScope alias, String authority, Findings findings) {
    if (!isAuthority(authority)) {
      findings.add(
          Rule.AUTHORITY,
          alias.path("authority"),
          "expected a host or `host:port`, found `" + Quoted.shortened(authority) + "`",
          "Write `authority: " + bare(authority) + "`, without scheme and path");
    } else if (!speaksHttp(alias.declared().ports())) {
      findings.add(
          Rule.AUTHORITY,
          alias.path("authority"),
          "expected an HTTP port, whose Host header could be rewritten, found none",
          "Take it out, or name the port `http`, `http2` or `grpc`");
    }
  }

  private static boolean speaksHttp(List<ServicePort> ports) {
    for (ServicePort port : ports) {
      if (port.speaksHttp()) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String authority) {
    Matcher url = HostNames.URL.matcher(authority);
    if (!url.matches()) {
      return "api.example.com";
    }
    String bare = url.group(1).toLowerCase(Locale.ROOT);
    String port = url.group(2) == null ? "" : url.group(2);
    return isAuthority(bare + port) ? bare + port : "api.example.com";
  }

  private static boolean isAuthority(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "1" : text.substring(colon + 1);
    boolean numbered =
        Grammar.isNumeric(port)
            && port.length() <= 5
            && port.charAt(0) != '0'
            && Integer.parseInt(port) <= 65_535;
    return numbered && (Grammar.isHost(host) || isV4(host));
  }

  private static boolean isV4(String host) {
    Optional<IpAddress> address = IpAddress.parse(host);
    return address.isPresent() && address.get().isV4();
  }

  private static void selector(AliasScope alias, Findings findings) {
    if (alias.declared().workloadSelector().isEmpty()) {
      return;
    }
    if (!alias.needsSidecar()) {
      findings.add(
          Rule.WORKLOAD_SELECTOR,
          alias.path("workloadSelector"),
          "without TLS or `authority` every pod reaches the target, selected or not",
          "Take it out, or declare `tls: {mode: SIMPLE}`");
    }
  }

  private static void routed(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    List<ServicePort> ports = declared.ports();
    if (PlatformFact.ISTIO_SYSTEM_AUTHORITIES.isLaterThan(alias.platform())) {
      findings.add(
          Rule.ROUTED_RELEASE,
          alias.path(),
          "a sidecar has to do something for this alias, which takes "
              + PlatformFact.ISTIO_SYSTEM_AUTHORITIES.since(),
          ports.stream().anyMatch(declared::originates)
              ? "Declare `tls: {mode: DISABLE}`, or a later release in `spec.platform.istio`"
              : "Declare a later release in `spec.platform.istio`");
    }
    for (int i = 0; i < ports.size(); i++) {
      Protocol protocol = ports.get(i).protocol();
      if (protocol != Protocol.TCP && !declared.originates(ports.get(i))) {
        findings.add(
            Rule.DATAGRAMS_BESIDE_ROUTED_PORT,
            alias.port(i).key("protocol"),
            "a sidecar carries no `%s`, and beside a routed port it would lead nowhere"
                .formatted(protocol),
            "Declare this port in an alias of its own");
      }
    }
    hostHeader(alias, findings);
    if (alias.resolved().namespace().isEmpty()) {
      findings.add(
          Rule.ROUTED_NAMESPACE_LEFT_OPEN,
          alias.path("name"),
          "the route of `"
              + Quoted.shortened(declared.name())
              + "` is for the namespace `default`, since none is declared",
          "Declare `spec.namespace: default`, or the namespace that is meant");
    }
  }

  private static void hostHeader(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    if (declared.authority().isPresent()
        || !(declared.target() instanceof ExternalName host)
        || !originatesHttp(declared)) {
      return;
    }
    findings.add(
        Rule.HOST_HEADER,
        alias.path("externalName"),
        "the server is asked for this host in TLS, and in HTTP for `"
            + Quoted.shortened(declared.name())
            + "`, which the workload calls",
        "Declare `authority: " + host.host() + "` unless the server knows the alias's name");
  }

  private static boolean originatesHttp(EgressAlias alias) {
    for (ServicePort port : alias.ports()) {
      if (alias.originates(port) && port.speaksHttp()) {
        return true;
      }
    }
    return false;
  }
}
