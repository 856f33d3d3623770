package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.BOOL;
import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.MAP;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.OneOf;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.resolve.Capability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an alias. */
enum AliasField implements DescribedField<EgressAlias, EgressAlias.Builder> {
  NAME(
      required(
          "name", TEXT, "The name of the Service that workloads call, a DNS label.", "my-httpbin")),
  NAMESPACE(
      optional("namespace", TEXT, "The namespace of the alias's objects.", "default")
          .byDefault("spec.namespace")),
  LABELS(optional("labels", MAP, "Labels of the alias's objects.", "{team: payments}")),
  ANNOTATIONS(
      optional(
          "annotations",
          MAP,
          "Annotations of the alias's objects.",
          "{example.com/owner: payments}")),
  EXTERNAL_NAME(
      optional(
          "externalName",
          TEXT,
          "The target: an external host, or the full name of a Service of the cluster. Set exactly"
              + " one of externalName, endpoints and selector.",
          "httpbin.org")),
  ENDPOINTS(
      optional(
          "endpoints",
          new ListOf(EndpointField.SHAPE),
          "The target: external IP addresses. An item is an address, or a map with an address and its"
              + " hostname.",
          "[91.198.174.192, 198.35.26.96]")),
  SELECTOR(
      optional(
          "selector",
          FieldSchema.LABELS,
          "The target: pods of the cluster, as in the selector of a Service.",
          "{app: httpbin}")),
  CLUSTER_IP(
      optional(
              "clusterIP",
              new Word(List.of("None")),
              "None: a headless Service. Only for endpoints in the direct form.",
              "None")
          .needs(Capability.HEADLESS)),
  PORTS(
      optional(
          "ports",
          new ListOf(PortField.SHAPE),
          "The ports that workloads call. Optional for externalName in the direct form.",
          "[{name: http, port: 80}]")),
  TLS(
      optional(
              "tls",
              TlsField.SHAPE,
              "The TLS of every port that does not declare its own.",
              "{mode: DISABLE}")
          .byDefault("{mode: DISABLE}")
          .needs(Capability.CHOOSE_TLS)),
  WORKLOAD_SELECTOR(
      optional(
              "workloadSelector",
              WorkloadSelectorField.SHAPE,
              "The pods that may use the alias, in the namespace of the alias.",
              "{matchLabels: {app: curl}}")
          .byDefault("every pod")
          .needs(Capability.SELECT_WORKLOADS)),
  AUTHORITY(
      optional(
              "authority",
              TEXT,
              "The Host header that the external server expects: a host, or host:port.",
              "api.example.com")
          .byDefault(
              "the sni on HTTP ports that originate TLS, otherwise the header of the workload")
          .needs(Capability.REWRITE_AUTHORITY)),
  PRESERVE_AUTHORITY(
      optional(
              "preserveAuthority",
              BOOL,
              "Whether HTTP ports that originate TLS keep the Host header of the workload. Cannot be"
                  + " combined with authority.",
              "true")
          .byDefault("false")),
  WAYPOINT(
      optional(
              "waypoint",
              WaypointField.SHAPE,
              "The waypoint that carries the traffic in an ambient mesh: its name, a map with its"
                  + " name and namespace, or namespace if the namespace of the alias has the label"
                  + " istio.io/use-waypoint.",
              "waypoint")
          .byDefault("spec.platform.waypoint"));

  private static final String NO_CLUSTER_IP = "None";

  private static final OneOf TARGETS =
      new OneOf(
          List.of("externalName", "endpoints", "selector"),
          Rule.ONE_TARGET,
          "Add the target, such as `externalName: httpbin.org` or `endpoints: [10.20.0.10]`",
          "declare each target in an alias of its own");

  static final Fields SHAPE =
      new Fields(DescribedField.fieldsOf(values()), Optional.of(TARGETS), Optional.empty());

  static final AliasField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  AliasField(Field field) {
    this.field = field;
  }

  /** Returns whether a field is one of those of which an alias needs exactly one. */
  static boolean isTarget(String name) {
    return TARGETS.keys().contains(name);
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public EgressAlias.Builder read(@Nullable Tree value, EgressAlias.Builder builder) {
    return switch (this) {
      case NAME -> builder.name(FieldReader.requiredText(value));
      case NAMESPACE -> builder.namespace(FieldReader.text(value));
      case LABELS -> builder.putAllLabels(FieldReader.textMap(value));
      case ANNOTATIONS -> builder.putAllAnnotations(FieldReader.textMap(value));
      case EXTERNAL_NAME -> builder.target(new ExternalName(FieldReader.requiredText(value)));
      case ENDPOINTS -> builder.target(StaticEndpoints.of(endpoints(value)));
      case SELECTOR -> builder.target(new PodSelector(FieldReader.textMap(value)));
      case CLUSTER_IP -> builder.headless(FieldReader.text(value).orElse("").equals(NO_CLUSTER_IP));
      case PORTS -> ports(value, builder);
      case TLS -> builder.tls(FieldReader.tls(value));
      case WORKLOAD_SELECTOR -> builder.workloadSelector(selector(value));
      case AUTHORITY -> builder.authority(FieldReader.text(value));
      case PRESERVE_AUTHORITY -> builder.preserveAuthority(FieldReader.isTrue(value));
      case WAYPOINT -> builder.waypoint(WaypointField.read(value));
    };
  }

  private static List<EndpointAddress> endpoints(@Nullable Tree value) {
    List<EndpointAddress> endpoints = new ArrayList<>();
    for (Tree item : FieldReader.items(value)) {
      endpoints.add(EndpointField.read(item));
    }
    return endpoints;
  }

  private static EgressAlias.Builder ports(@Nullable Tree value, EgressAlias.Builder builder) {
    for (Tree item : FieldReader.items(value)) {
      builder.addPorts(
          FieldReader.map(PortField.ALL, PortField.SHAPE, item, ServicePort.builder()).build());
    }
    return builder;
  }

  private static Optional<WorkloadSelector> selector(@Nullable Tree value) {
    if (value == null) {
      return Optional.empty();
    }
    Map<String, String> labels =
        FieldReader.map(
            WorkloadSelectorField.ALL, WorkloadSelectorField.SHAPE, value, new LinkedHashMap<>());
    return Optional.of(new WorkloadSelector(labels));
  }

  @Override
  public @Nullable JsonNode write(EgressAlias alias) {
    return switch (this) {
      case NAME -> FieldWriter.text(alias.name());
      case NAMESPACE -> FieldWriter.text(alias.namespace());
      case LABELS -> FieldWriter.unlessEmpty(FieldWriter.texts(alias.labels()));
      case ANNOTATIONS -> FieldWriter.unlessEmpty(FieldWriter.texts(alias.annotations()));
      case EXTERNAL_NAME ->
          alias.target() instanceof ExternalName name ? FieldWriter.text(name.host()) : null;
      case ENDPOINTS ->
          alias.target() instanceof StaticEndpoints target ? endpoints(target.endpoints()) : null;
      case SELECTOR ->
          alias.target() instanceof PodSelector pods ? FieldWriter.texts(pods.labels()) : null;
      case CLUSTER_IP -> alias.headless() ? FieldWriter.text(NO_CLUSTER_IP) : null;
      case PORTS -> FieldWriter.unlessEmpty(FieldWriter.list(PortField.ALL, alias.ports()));
      case TLS -> FieldWriter.tls(alias.tls().orElse(null));
      case WORKLOAD_SELECTOR -> selector(alias.workloadSelector().orElse(null));
      case AUTHORITY -> FieldWriter.text(alias.authority());
      case PRESERVE_AUTHORITY -> FieldWriter.onlyIfTrue(alias.preserveAuthority());
      case WAYPOINT -> WaypointField.written(alias.waypoint().orElse(null));
    };
  }

  private static JsonNode endpoints(List<EndpointAddress> endpoints) {
    List<JsonNode> written = new ArrayList<>(endpoints.size());
    for (EndpointAddress endpoint : endpoints) {
      written.add(EndpointField.written(endpoint));
    }
    return FieldWriter.list(written);
  }

  private static @Nullable JsonNode selector(@Nullable WorkloadSelector selector) {
    return selector == null ? null : FieldWriter.map(WorkloadSelectorField.ALL, selector);
  }
}
