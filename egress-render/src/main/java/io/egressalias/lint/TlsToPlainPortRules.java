package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds rules by which sidecars originate TLS towards port 80 of a server. */
final class TlsToPlainPortRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    ServerPorts servers = context.servers();
    Set<Object> reported = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      for (HostPort port : target.ports()) {
        if (port.isHttp() && servers.isPlain(target, port)) {
          Sending sending = Sending.of(context.hosts(), lookup, target, port, target.namespace());
          if (sending.isOriginated()) {
            check(target, port, sending.tls().orElseThrow(), context, reported);
          }
        }
      }
    }
  }

  private static void check(
      HostDefinition target,
      HostPort port,
      TlsView tls,
      LintContext context,
      Set<Object> reported) {
    boolean shared = tls.field().path().equals(tls.rule().policy().at("tls").path());
    HostPort other = shared ? forTls(target, tls) : null;
    if (other != null && other.isTls()) {
      return;
    }
    if (reported.add(List.of(tls.rule().object().id(), tls.field().path()))) {
      report(target, port, tls, other, context);
    }
  }

  /** Returns another port, for which the settings of the whole host are, too; null: none. */
  private static @Nullable HostPort forTls(HostDefinition target, TlsView tls) {
    for (HostPort port : target.ports()) {
      if ((port.isTls() || ServerPorts.isOfTls(port.number()))
          && !tls.rule().settings().hasPort(port.number())) {
        return port;
      }
    }
    return null;
  }

  private static void report(
      HostDefinition target,
      HostPort port,
      TlsView tls,
      @Nullable HostPort other,
      LintContext context) {
    Field field = tls.field();
    context
        .findings()
        .add(
            Rule.ONE_TLS_FOR_TWO_PORTS,
            other == null ? Severity.WARNING : Severity.ERROR,
            tls.rule().object(),
            field.path(),
            "expected TLS settings for "
                + (other == null
                    ? "a port of the server for TLS"
                    : "port `" + other.number() + "` alone")
                + ", found `mode: "
                + tls.mode()
                + "` for port `"
                + port.number()
                + "` of `"
                + target.host().host()
                + "`, and the sidecar begins TLS with port 80 of the server",
            remedy(target, port, other));
  }

  private static String remedy(HostDefinition target, HostPort port, @Nullable HostPort other) {
    if (other != null) {
      return "Move `tls` to `portLevelSettings` with `port: {number: " + other.number() + "}`";
    }
    return target.isEntry()
        ? "Write `targetPort: 443` for port `"
            + port.number()
            + "` of the ServiceEntry, or remove"
            + " `tls`"
        : "Write the port of the server for TLS in the endpoints, or remove `tls`";
  }
}
