package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Rules about the Host header, and about what a routed alias needs. */
final class RoutedRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
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
    Form form = alias.resolved().form();
    Optional<PlatformFact> since = form.since();
    if (since.isPresent() && since.get().isLaterThan(alias.platform())) {
      findings.add(
          Rule.ROUTED_RELEASE,
          alias.path(),
          "this alias needs %s of %s or later, and an earlier release is declared"
              .formatted(form.carrier(), since.get().since()),
          alias.resolved().ports().stream().anyMatch(ResolvedPort::originates)
              ? "Declare `tls: {mode: DISABLE}`, or declare a later release, such as "
                  + ReleaseLine.of(since.get())
              : "Declare a later release, such as " + ReleaseLine.of(since.get()));
    }
    hostHeader(alias, findings);
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

  private static void hostHeader(AliasScope alias, FindingCollector findings) {
    EgressAlias declared = alias.declared();
    Optional<String> host = alias.resolved().host();
    if (declared.authority().isPresent() || host.isEmpty()) {
      return;
    }
    Optional<String> requested = requestedByHttp(alias.resolved().ports());
    if (requested.isEmpty()) {
      return;
    }
    findings.add(
        Rule.HOST_HEADER,
        alias.path("externalName"),
        "the TLS server name is `%s`, and the Host header is `%s`, the name that the workload calls"
            .formatted(Quoted.shortened(requested.get()), Quoted.shortened(declared.name())),
        "Declare `authority: " + host.get() + "` unless the server accepts the name of the alias");
  }

  /** Returns the TLS server name on the first port that sends HTTP in originated TLS. */
  private static Optional<String> requestedByHttp(List<ResolvedPort> ports) {
    for (ResolvedPort port : ports) {
      if (port.originates() && port.speaksHttp()) {
        return port.tls().sni();
      }
    }
    return Optional.empty();
  }
}
