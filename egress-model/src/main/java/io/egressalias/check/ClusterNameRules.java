package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ClusterName;
import io.egressalias.resolve.ClusterName.ServiceName;
import java.util.Optional;

/** Rules about an {@code externalName} that is a name of the cluster itself. */
final class ClusterNameRules {
  private static final String LABELS =
      "replace `externalName` with the labels of the pods, such as ";

  private ClusterNameRules() {}

  static void check(
      AliasScope alias, ClusterName name, String declared, FindingCollector findings) {
    FieldPath path = alias.path("externalName");
    String host = Quoted.shortened(name.host());
    if (!NameGrammar.isHost(name.host())) {
      refuse(
          path,
          "expected a name of at most 253 characters, found `%s` with %s"
              .formatted(host, name.host().length()),
          "Write a shorter name, such as `externalName: db.data.svc."
              + Quoted.shortened(alias.platform().clusterDomain())
              + "`",
          findings);
    } else if (isWithoutNamespace(name, alias)) {
      String service = declared.substring(0, declared.indexOf('.'));
      refuse(
          path,
          "expected the name of a Service with its namespace, found `%s`"
              .formatted(Quoted.shortened(declared)),
          "Write the namespace as well, such as " + line(service, otherNamespace(alias), alias),
          findings);
    } else if (name.isOf(alias.declared().name(), alias.resolved().namespace())) {
      refuse(path, "`" + host + "` is the name of the alias itself", ofItself(alias), findings);
    } else if (alias.platform().istio().present()
        && !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform())) {
      old(alias, name, path, findings);
    } else {
      accepted(alias, name, declared, path, findings);
    }
  }

  private static void refuse(
      FieldPath path, String message, String remedy, FindingCollector findings) {
    findings.add(Rule.HOST_IN_CLUSTER, path, message, remedy);
  }

  /** Returns whether a name is {@code x.svc} in the cluster domain. */
  private static boolean isWithoutNamespace(ClusterName name, AliasScope alias) {
    String host = name.host();
    return host.startsWith("svc.", host.indexOf('.') + 1)
        && host.length()
            == host.indexOf('.') + ".svc.".length() + alias.platform().clusterDomain().length();
  }

  private static String line(String service, String namespace, AliasScope alias) {
    return "`externalName: %s.%s.svc.%s`"
        .formatted(service, namespace, alias.platform().clusterDomain());
  }

  private static String otherNamespace(AliasScope alias) {
    return alias.resolved().namespace().equals("data") ? "storage" : "data";
  }

  private static String ofItself(AliasScope alias) {
    String name = alias.declared().name();
    return "Write the name of a Service in another namespace, such as "
        + line(name, otherNamespace(alias), alias)
        + (takesLabels(alias) ? ", or " + LABELS + "`selector: {app: " + name + "}`" : "");
  }

  /**
   * Before Istio 1.21 the DestinationRule of the direct form disables mutual TLS for the calls of
   * the alias.
   */
  private static void old(
      AliasScope alias, ClusterName name, FieldPath path, FindingCollector findings) {
    boolean declared = alias.platform().istio().version().isPresent();
    Optional<ServiceName> service = name.service();
    boolean same =
        service.isPresent() && service.get().namespace().equals(alias.resolved().namespace());
    refuse(
        path,
        "`%s` is a name of the cluster itself, and before Istio 1.21 the alias disables Istio's mutual"
                .formatted(Quoted.shortened(name.host()))
            + " TLS for its calls",
        "Declare %s, such as %s, if %s"
                .formatted(
                    declared ? "a later release" : "the release",
                    ReleaseLine.ISTIO,
                    declared ? "the cluster has one" : "it is 1.21 or later")
            + (same && takesLabels(alias)
                ? ", or " + LABELS + "`selector: {app: " + service.get().name() + "}`"
                : ""),
        findings);
  }

  /** Returns whether the alias declares nothing that {@code selector} does not support. */
  private static boolean takesLabels(AliasScope alias) {
    EgressAlias declared = alias.declared();
    for (ServicePort port : declared.ports()) {
      if (port.tls().isPresent()) {
        return false;
      }
    }
    return declared.tls().isEmpty()
        && declared.authority().isEmpty()
        && declared.workloadSelector().isEmpty()
        && !declared.ports().isEmpty();
  }

  private static void accepted(
      AliasScope alias,
      ClusterName name,
      String declared,
      FieldPath path,
      FindingCollector findings) {
    boolean mesh = alias.platform().istio().present();
    String host = Quoted.shortened(name.host());
    if (mesh && name.service().isEmpty()) {
      unknown(alias, host, path, findings);
      return;
    }
    boolean completed = name.host().length() > declared.length();
    findings.add(
        Rule.CLUSTER_NAME,
        Severity.INFO,
        path,
        "%s`%s`%s a name of the cluster itself, so the traffic stays in the cluster%s"
            .formatted(
                completed ? "`" + Quoted.shortened(declared) + "` is rendered as " : "",
                host,
                completed ? "," : " is",
                mesh ? ", with Istio's own mutual TLS" : ""),
        completed
            ? "Keep the declaration as it is, or write the full name, `externalName: " + host + "`"
            : "Keep the declaration as it is");
  }

  /** Sidecars know a Service by its full name only, and compare names letter by letter. */
  private static void unknown(
      AliasScope alias, String host, FieldPath path, FindingCollector findings) {
    boolean blocked = alias.platform().blocksUnknownHosts();
    findings.add(
        Rule.CLUSTER_NAME,
        blocked ? Severity.WARNING : Severity.INFO,
        path,
        "`%s` is a name of the cluster itself that sidecars do not know as a Service, so they %s"
            .formatted(
                host,
                blocked
                    ? "block HTTP requests to the alias under `REGISTRY_ONLY`"
                    : "send HTTP requests to the alias without Istio's mutual TLS"),
        "Write the name of a Service, such as %s, if the target is one of this cluster"
            .formatted(line("db", otherNamespace(alias), alias)));
  }
}
