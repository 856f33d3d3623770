package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.imports.DraftAlias.Contents;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.resolve.ClusterName;
import io.egressalias.resolve.ResolvedAlias;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a Service of the type ExternalName. */
final class ExternalNameAlias {
  private static final String PLACEHOLDERS = "tailscale.com/";

  private final DraftAlias draft;
  private final Changes changes;
  private final Field field;
  private final String host;

  private ExternalNameAlias(DraftAlias draft) {
    this.draft = draft;
    this.changes = draft.changes;
    this.field = draft.spec.at("externalName");
    this.host = field.text();
  }

  /** Returns whether a Service has the type. */
  static boolean is(Field spec) {
    return spec.at("type").text().equals("ExternalName");
  }

  /** Returns the target and the ports; null: the Service is left alone, or refused. */
  static @Nullable Contents read(DraftAlias draft) {
    return new ExternalNameAlias(draft).read();
  }

  private @Nullable Contents read() {
    if (host.isEmpty()) {
      changes.refuse(
          Rule.NO_EXTERNAL_NAME,
          field.present() ? field : draft.spec.at("externalName"),
          "expected the host in `externalName`, found nothing",
          "Add the host, such as `externalName: db.example.com`");
      return null;
    }
    if (isPlaceholder()) {
      left(
          Rule.OPERATOR_PLACEHOLDER,
          "an operator replaces the name `%s`, so the Service is not imported"
              .formatted(Quoted.shortened(host)),
          "Keep the Service as it is");
      return null;
    }
    dead(draft.spec.at("selector"), !draft.spec.at("selector").keys().isEmpty());
    dead(draft.spec.at("clusterIP"), draft.spec.at("clusterIP").text().equals("None"));
    endpoints();
    List<ReadPort> read = AliasPort.read(draft.spec, changes);
    List<ServicePort> ports = AliasPort.withoutTargets(read, changes);
    Optional<IpAddress> address = address();
    return address.isPresent() ? address(address.get(), ports) : name(ports);
  }

  private boolean isPlaceholder() {
    if (host.indexOf('.') >= 0) {
      return false;
    }
    for (String key : Field.of(draft.service, "metadata", "annotations").keys()) {
      if (key.startsWith(PLACEHOLDERS)) {
        return true;
      }
    }
    return false;
  }

  private void left(Rule rule, String message, String remedy) {
    // The finding is given although the alias is not imported.
    draft.left(rule, field, message, remedy);
  }

  private void dead(Field dead, boolean found) {
    if (found) {
      AliasPort.dead(dead, "the type ExternalName does not use it", changes);
    }
  }

  private void endpoints() {
    for (List<ManifestObject> objects : List.of(draft.group.endpoints, draft.group.slices)) {
      for (ManifestObject object : objects) {
        Field name = Field.of(object, "metadata", "name");
        changes.warn(
            Rule.DEAD_FIELD,
            name,
            "`%s` has no effect: the type ExternalName uses no endpoints"
                .formatted(Quoted.shortened(object.id().toString())),
            "Delete the object, or remove `type` and `externalName` from the Service",
            "Left out: `%s`, which had no effect."
                .formatted(Quoted.shortened(object.id().toString())));
      }
    }
  }

  private Optional<IpAddress> address() {
    boolean dot = host.endsWith(".") && host.length() > 1;
    return IpAddress.parse(dot ? host.substring(0, host.length() - 1) : host);
  }

  private @Nullable Contents address(IpAddress address, List<ServicePort> ports) {
    String found =
        "expected a DNS name, found the address `%s`, which no DNS server resolves"
            .formatted(Quoted.shortened(host));
    if (ports.isEmpty()) {
      changes.refuse(
          Rule.IP_AS_NAME,
          field,
          found,
          "Add the ports that workloads call to the Service, such as `ports: [{port: 80}]`");
      return null;
    }
    changes.warn(
        Rule.IP_AS_NAME,
        field,
        found,
        "Use the declaration, which has the address in `endpoints`",
        "Was `externalName: %s`: DNS resolves no address.".formatted(Quoted.shortened(host)));
    return new Contents(new StaticEndpoints(List.of(address.toString())), ports, false);
  }

  private @Nullable Contents name(List<ServicePort> ports) {
    ExternalName target = new ExternalName(host);
    EgressAlias alias = EgressAlias.builder().name(draft.group.name).target(target).build();
    Optional<ClusterName> own = ResolvedAlias.of(alias, draft.context.platform()).clusterName();
    if (own.isPresent() && !inCluster(own.get())) {
      return null;
    }
    return new Contents(target, ports, false);
  }

  /** Returns whether a name of the cluster itself is imported. */
  private boolean inCluster(ClusterName name) {
    boolean works =
        !draft.context.platform().istio().present()
            || PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(draft.context.platform());
    String message = "`%s` is a name of the cluster itself".formatted(Quoted.shortened(host));
    if (!works) {
      left(
          Rule.IN_CLUSTER,
          message + ", which is an alias with `istio: none` and from Istio 1.21 on",
          "Pass `--istio 1.27` with the release of the cluster, or `--istio none` without a mesh");
      return false;
    }
    boolean completed = !name.host().equals(host) && !host.endsWith(".");
    String full = completed ? ", rendered as `" + Quoted.shortened(name.host()) + "`" : "";
    changes.add(
        Rule.IN_CLUSTER,
        Severity.INFO,
        field,
        message + full + ", so its traffic stays in the cluster",
        "Keep the alias if callers use its name");
    if (completed) {
      changes.note("Rendered as `" + Quoted.shortened(name.host()) + "`.", field);
    }
    return true;
  }
}
