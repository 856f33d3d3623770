package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.Waypoint;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedPort;
import io.egressalias.resolve.ResolvedTls;
import io.egressalias.resolve.WaypointLabels;
import java.util.List;
import java.util.Optional;

/** Reports where a waypoint looks for the certificates of an alias. */
final class WaypointCertificatesRule implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (alias.resolved().form() != Form.WAYPOINT) {
      return;
    }
    boolean reported = false;
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      ResolvedTls tls = ports.get(i).tls();
      boolean own = alias.declared().ports().get(i).tls().isPresent();
      if (tls.needsFilesOrSecret() && (own || !reported)) {
        reported |= !own;
        report(alias, tls, own ? alias.port(i).key("tls") : path(alias), findings);
      }
    }
  }

  private static FieldPath path(AliasScope alias) {
    return alias.inheritsTls() ? alias.path() : alias.path("tls");
  }

  private static void report(
      AliasScope alias, ResolvedTls tls, FieldPath path, FindingCollector findings) {
    String namespace =
        Quoted.shortened(
            WaypointLabels.otherNamespace(alias.resolved()).orElse(alias.resolved().namespace()));
    if (tls.credentialName().isEmpty()) {
      findings.add(
          Rule.CERTIFICATES_OF_WAYPOINT,
          path,
          "the files must be in the pods of the waypoint, and a sidecar cannot use the alias",
          "Mount the files in the waypoint, or use `credentialName`");
      return;
    }
    String secret = Quoted.shortened(tls.credentialName().get());
    boolean authorities = !(tls.mode() == ResolvedTls.Mode.MUTUAL);
    findings.add(
        Rule.CERTIFICATES_OF_WAYPOINT,
        path,
        "the Secret `%s` must be in the namespace `%s` of the waypoint, %sand a sidecar cannot use the alias"
            .formatted(
                secret,
                namespace,
                authorities ? "" : "whose service account must be able to list Secrets, "),
        authorities
            ? "Create the Secret in the namespace of the waypoint"
            : role(namespace, serviceAccount(alias)));
  }

  private static String serviceAccount(AliasScope alias) {
    Optional<Waypoint> waypoint = alias.resolved().waypoint();
    return waypoint.isPresent() && waypoint.get() instanceof Waypoint.Named named
        ? Quoted.shortened(named.name())
        : "waypoint";
  }

  private static String role(String namespace, String account) {
    return ("Run `kubectl create role %1$s-secrets -n %2$s --verb=list --resource=secrets` and"
            + " `kubectl create rolebinding %1$s-secrets -n %2$s --role=%1$s-secrets"
            + " --serviceaccount=%2$s:%1$s`")
        .formatted(account, namespace);
  }
}
