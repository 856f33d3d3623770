package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the mutual TLS of the mesh for hosts outside of it. */
final class MeshMutualRules implements ManifestRule {
  private static final String OF_SLICE = "kubernetes.io/service-name";

  @Override
  public void check(LintContext context) {
    if (!isUsed(context)) {
      return;
    }
    RuleLookup lookup = context.lookup();
    Set<String> written = writtenAddresses(context);
    Set<Object> reported = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      if (target.isEntry() || written.contains(target.host().host())) {
        check(target, lookup, context, reported);
      }
    }
  }

  private static boolean isUsed(LintContext context) {
    for (HostObjects host : context.hosts().all()) {
      for (RuleView rule : host.rules) {
        for (TlsView tls : TlsFields.of(rule)) {
          if (tls.isOfMesh()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Returns the hosts of Services with addresses that an author wrote, which no pods have. */
  private static Set<String> writtenAddresses(LintContext context) {
    Set<String> hosts = new HashSet<>();
    HostTable table = context.hosts();
    for (ManifestObject endpoints : context.set().of(KnownKind.ENDPOINTS)) {
      hosts.add(table.nameOf(endpoints));
    }
    for (ManifestObject slice : context.set().of(KnownKind.ENDPOINT_SLICE)) {
      String service = slice.tree().textAt("metadata", "labels", OF_SLICE);
      hosts.add(table.nameOf(service, table.namespace(slice)));
    }
    return hosts;
  }

  private static void check(
      HostDefinition target, RuleLookup lookup, LintContext context, Set<Object> reported) {
    List<RuleView> rules = lookup.candidates(target.host());
    if (rules.isEmpty()) {
      return;
    }
    for (HostPort port : target.ports()) {
      for (String caller : target.callers(rules)) {
        Sending sending = Sending.of(context.hosts(), lookup, target, port, caller);
        if (sending.kind() == Sending.Kind.DIRECT
            && sending.tls().isPresent()
            && sending.tls().get().isOfMesh()) {
          TlsView tls = sending.tls().get();
          if (reported.add(List.of(tls.rule().object().id(), tls.field().path()))) {
            report(target, port, tls, context);
          }
        }
      }
    }
  }

  private static void report(
      HostDefinition target, HostPort port, TlsView tls, LintContext context) {
    boolean own = tls.rule().host().equals(target.host().host());
    Field mode = tls.field().at("mode");
    context
        .findings()
        .add(
            Rule.MESH_MUTUAL_OUTSIDE,
            tls.rule().object(),
            mode.path(),
            "expected a mode for a server outside of the mesh, found `ISTIO_MUTUAL` for port `"
                + port.number()
                + "` of `"
                + target.host().host()
                + (tls.rule().ambient()
                    ? "`, which a waypoint ignores, so that the calls are sent without TLS"
                    : "`, which refuses the certificate and the server name of the mesh"),
            own
                ? "Write `mode: " + (port.isTls() ? "DISABLE" : "SIMPLE") + "`"
                : "Add a DestinationRule for `"
                    + target.host().host()
                    + "` with `tls: {mode: DISABLE}`");
  }
}
