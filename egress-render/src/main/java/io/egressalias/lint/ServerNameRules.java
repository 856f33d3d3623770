package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.PlatformFact;
import io.egressalias.object.KnownKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds TLS settings with which the name of the server is not checked, or is a wrong one. */
final class ServerNameRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    Set<String> targets = null;
    for (HostObjects host : context.hosts().all()) {
      if (host.rules.isEmpty() || hasNames(host)) {
        continue;
      }
      boolean outside = isOutside(host);
      String problem = null;
      for (RuleView rule : host.rules) {
        TlsView tls = unnamed(rule);
        if (tls != null && tls.hasServerName()) {
          reportUnchecked(tls, context);
        } else if (tls != null && outside) {
          targets = targets == null ? targetsOfNames(context) : targets;
          problem = problem == null ? problem(host, targets, context) : problem;
          reportUnwritten(tls, problem, context);
        }
      }
    }
  }

  /** Only a host with pods has a certificate for its own name. */
  private static boolean isOutside(HostObjects host) {
    if (host.isExternalName()) {
      return false;
    }
    for (ManifestObject service : host.services) {
      if (!Field.of(service, "spec", "selector").keys().isEmpty()) {
        return false;
      }
    }
    return host.isDefined() || !host.host().contains(".svc.");
  }

  /** Returns whether a ServiceEntry has the names of the server. */
  private static boolean hasNames(HostObjects host) {
    for (ManifestObject entry : host.entries) {
      if (!Field.of(entry, "spec", "subjectAltNames").items().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first settings without names; null: none. */
  private static @Nullable TlsView unnamed(RuleView rule) {
    for (TlsView tls : TlsFields.of(rule)) {
      if (tls.originates() && !tls.hasNames() && !tls.isUnverified()) {
        return tls;
      }
    }
    return null;
  }

  private static void reportUnchecked(TlsView tls, LintContext context) {
    context
        .findings()
        .add(
            Rule.SNI_WITHOUT_NAMES,
            tls.rule().object(),
            tls.field().at("sni").path(),
            "expected `subjectAltNames` beside `sni`, found none, so that a certificate for any"
                + " name is accepted",
            "Add `subjectAltNames: [" + tls.field().at("sni").text() + "]`");
  }

  private static void reportUnwritten(TlsView tls, String problem, LintContext context) {
    context
        .findings()
        .add(
            Rule.UNVERIFIED_NAME,
            problem.isEmpty() ? Severity.INFO : Severity.WARNING,
            tls.rule().object(),
            tls.field().path(),
            "expected `sni` and `subjectAltNames`, found neither, and "
                + (problem.isEmpty()
                    ? "Istio 1.21 and later gets both from the Host header of each call, while"
                        + " earlier releases check no name"
                    : problem),
            "Add `sni: HOST` and `subjectAltNames: [HOST]` with the name in the certificate of the"
                + " server");
  }

  /** Returns why the name is not checked, or is a wrong one; empty: newer releases check it. */
  private static String problem(HostObjects host, Set<String> targets, LintContext context) {
    if (PlatformFact.EXTERNAL_NAME_IS_ALIAS.isLaterThan(context.platform())) {
      return "the sidecar checks neither the name nor the authority of the certificate";
    }
    if (hasStream(host)) {
      return "a TCP stream has no Host header, so that the sidecar checks no name";
    }
    if (targets.contains(host.host())) {
      return "the Host header of calls to an ExternalName Service is the name of that Service, for"
          + " which the server has no certificate";
    }
    boolean alias = !host.services.isEmpty() && !host.isRewritten();
    return alias
        ? "the Host header is the name of the Service, for which the server has no certificate"
        : "";
  }

  private static boolean hasStream(HostObjects host) {
    Set<Integer> streams = new LinkedHashSet<>();
    for (HostPort port : host.ports()) {
      if (!port.isHttp() && !port.isTls() && !port.isDetected()) {
        streams.add(port.number());
      }
    }
    for (RuleView rule : host.rules) {
      if (isForOneOf(streams, rule)) {
        return true;
      }
    }
    return false;
  }

  /** Only ports with settings of their own can be without TLS if the others have it. */
  private static boolean isForOneOf(Set<Integer> ports, RuleView rule) {
    boolean usual = rule.settings().tls().isPresent();
    for (int port : usual ? ports : rule.settings().ports()) {
      if (ports.contains(port) && rule.tls(port).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the targets of ExternalName Services that no route gives another Host header. */
  private static Set<String> targetsOfNames(LintContext context) {
    Set<String> targets = new HashSet<>();
    for (ManifestObject service : context.set().of(KnownKind.SERVICE)) {
      String target = service.tree().textAt("spec", "externalName").toLowerCase(Locale.ROOT);
      HostObjects own = context.hosts().get(context.hosts().nameOf(service));
      if (!target.isEmpty() && own.routes.isEmpty() && !context.hosts().get(target).isRewritten()) {
        targets.add(target);
      }
    }
    return targets;
  }
}
