package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Rules about {@code authority}, and about the fields that the routed form requires. */
final class RoutedRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (alias.declared().preserveAuthority()) {
      preserveAuthority(alias, findings);
    }
    if (!alias.resolved().leavesMesh()) {
      return;
    }
    Optional<String> authority = alias.declared().authority();
    if (authority.isPresent()) {
      authority(alias, authority.get(), findings);
    }
    if (alias.resolved().isRouted()) {
      routed(alias, findings);
    }
  }

  private static void authority(AliasScope alias, String authority, FindingCollector findings) {
    if (!isAuthority(authority)) {
      findings.add(
          Rule.AUTHORITY,
          alias.path("authority"),
          "expected a host or `host:port`, found `" + Quoted.shortened(authority) + "`",
          "Write `authority: " + bare(authority) + "` without scheme and path");
    } else if (!speaksHttp(alias.resolved().ports())) {
      findings.add(
          Rule.AUTHORITY,
          alias.path("authority"),
          "expected an HTTP port for `authority`, found none",
          "Remove `authority`, or rename the port to `http`, `http2` or `grpc`");
    }
  }

  private static boolean speaksHttp(List<ResolvedPort> ports) {
    for (ResolvedPort port : ports) {
      if (port.speaksHttp()) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String authority) {
    Matcher url = HostNameProblems.URL.matcher(authority);
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
        NameGrammar.isNumeric(port)
            && port.length() <= 5
            && port.charAt(0) != '0'
            && Integer.parseInt(port) <= 65_535;
    return numbered && (NameGrammar.isHost(host) || isV4(host));
  }

  private static boolean isV4(String host) {
    Optional<IpAddress> address = IpAddress.parse(host);
    return address.isPresent() && address.get().isV4();
  }

  private static void routed(AliasScope alias, FindingCollector findings) {
    Optional<PlatformFact> since = alias.resolved().form().since();
    if (since.isPresent() && since.get().isLaterThan(alias.platform())) {
      release(alias, since.get(), findings);
    }
    if (alias.resolved().alias().namespace().isEmpty()) {
      findings.add(
          Rule.ROUTED_NAMESPACE_LEFT_OPEN,
          alias.path("name"),
          "the route of `"
              + Quoted.shortened(alias.declared().name())
              + "` contains the namespace `default`, because `namespace` is not declared",
          "Declare `namespace: default` in `spec`, or the intended namespace");
    }
  }

  private static void release(AliasScope alias, PlatformFact since, FindingCollector findings) {
    List<ResolvedPort> ports = alias.resolved().ports();
    boolean originates = false;
    boolean maps = false;
    for (ResolvedPort port : ports) {
      originates |= port.originates();
      maps |= isMapped(alias, port);
    }
    String later = "eclare a later release, such as " + ReleaseLine.of(since);
    if (maps && !originates && isDirectWithoutMapping(alias)) {
      mappedPorts(alias, since, "d" + later, findings);
      return;
    }
    findings.add(
        Rule.ROUTED_RELEASE,
        alias.path(),
        "this alias needs %s of %s or later, and an earlier release is declared"
            .formatted(alias.resolved().form().carrier(), since.since()),
        originates && !maps ? "Declare `tls: {mode: DISABLE}`, or d" + later : "D" + later);
  }

  /** Returns whether the alias has the direct form if no port declares a target port. */
  private static boolean isDirectWithoutMapping(AliasScope alias) {
    return alias.declared().authority().isEmpty() && !alias.platform().blocksUnknownHosts();
  }

  private static void mappedPorts(
      AliasScope alias, PlatformFact since, String later, FindingCollector findings) {
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (isMapped(alias, ports.get(i))) {
        findings.add(
            Rule.ROUTED_RELEASE,
            alias.port(i).key("targetPort"),
            "only %s of %s or later can map a port of `externalName`, and an earlier release is declared"
                .formatted(alias.resolved().form().carrier(), since.since()),
            "Write `port: %s` for workloads to call, or %s"
                .formatted(ports.get(i).targetNumber(), later));
      }
    }
  }

  private static boolean isMapped(AliasScope alias, ResolvedPort port) {
    return alias.resolved().host().isPresent()
        && port.declared().protocol() == Protocol.TCP
        && port.targetNumber() != port.number();
  }

  private static void preserveAuthority(AliasScope alias, FindingCollector findings) {
    FieldPath path = alias.path("preserveAuthority");
    ResolvedPort port = requestingByHttp(alias.resolved().ports());
    if (alias.declared().authority().isPresent()) {
      findings.add(
          Rule.PRESERVE_AUTHORITY,
          path,
          "expected either `authority` or `preserveAuthority: true`, found both",
          "Remove `preserveAuthority`, or remove `authority`");
    } else if (port == null || !alias.resolved().isRouted()) {
      findings.add(
          Rule.PRESERVE_AUTHORITY,
          Severity.WARNING,
          path,
          "`preserveAuthority` has no effect, because no HTTP port originates TLS",
          "Remove `preserveAuthority`");
    } else if (port.tls().sni().isPresent()) {
      findings.add(
          Rule.HOST_HEADER,
          path,
          "the TLS server name is `%s`, and the Host header is the name that the workload calls, such as `%s`"
              .formatted(
                  Quoted.shortened(port.tls().sni().get()),
                  Quoted.shortened(alias.declared().name())),
          "Remove `preserveAuthority` if the server accepts only its own name");
    }
  }

  /** Returns the first port that sends HTTP in originated TLS; null: none. */
  private static @Nullable ResolvedPort requestingByHttp(List<ResolvedPort> ports) {
    for (ResolvedPort port : ports) {
      if (port.originates() && port.speaksHttp()) {
        return port;
      }
    }
    return null;
  }
}
