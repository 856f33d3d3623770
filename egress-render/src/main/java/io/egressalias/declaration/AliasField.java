package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.Field.required;
import static io.egressalias.declaration.Shape.MAP;
import static io.egressalias.declaration.Shape.TEXT;
import static io.egressalias.declaration.Shape.TEXTS;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.ListOf;
import io.egressalias.declaration.Shape.Word;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.WorkloadSelector;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an alias. */
enum AliasField implements DescribedField<EgressAlias> {
  NAME(
      required(
          "name",
          TEXT,
          "The name of the Service, which workloads call: a DNS label.",
          "my-httpbin")),
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
          "The target: an external host. Exactly one of externalName, endpoints and selector.",
          "httpbin.org")),
  ENDPOINTS(
      optional(
          "endpoints",
          TEXTS,
          "The target: external IP addresses.",
          "[91.198.174.192, 198.35.26.96]")),
  SELECTOR(
      optional(
          "selector",
          Shape.LABELS,
          "The target: pods of the cluster, as in the selector of a Service.",
          "{app: httpbin}")),
  CLUSTER_IP(
      optional(
          "clusterIP",
          new Word(List.of("None")),
          "None: a headless Service; for endpoints in the direct form.",
          "None")),
  PORTS(
      optional(
          "ports",
          new ListOf(PortField.SHAPE),
          "The ports that workloads call. A direct externalName may go without.",
          "[{name: http, port: 80}]")),
  TLS(
      optional(
              "tls",
              TlsField.SHAPE,
              "The TLS of every port that has none of its own.",
              "{mode: DISABLE}")
          .byDefault("{mode: DISABLE}")),
  WORKLOAD_SELECTOR(
      optional(
              "workloadSelector",
              WorkloadSelectorField.SHAPE,
              "The pods of the alias's namespace that may use it.",
              "{matchLabels: {app: curl}}")
          .byDefault("every pod")),
  AUTHORITY(
      optional(
          "authority",
          TEXT,
          "The Host header that the external server wants: a host, or host:port.",
          "api.example.com"));

  static final Shape SHAPE =
      new Fields(
          DescribedField.fieldsOf(values()),
          List.of("externalName", "endpoints", "selector"),
          Optional.empty());

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  AliasField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public @Nullable JsonNode write(EgressAlias alias) {
    return switch (this) {
      case NAME -> Written.text(alias.name());
      case NAMESPACE -> Written.text(alias.namespace());
      case LABELS -> Written.unlessEmpty(Written.texts(alias.labels()));
      case ANNOTATIONS -> Written.unlessEmpty(Written.texts(alias.annotations()));
      case EXTERNAL_NAME ->
          alias.target() instanceof ExternalName name ? Written.text(name.host()) : null;
      case ENDPOINTS ->
          alias.target() instanceof StaticEndpoints endpoints
              ? Written.texts(endpoints.addresses())
              : null;
      case SELECTOR ->
          alias.target() instanceof PodSelector pods ? Written.texts(pods.labels()) : null;
      case CLUSTER_IP -> alias.headless() ? Written.text("None") : null;
      case PORTS -> Written.unlessEmpty(Written.list(PortField.values(), alias.ports()));
      case TLS -> tls(alias.tls().orElse(null));
      case WORKLOAD_SELECTOR -> selector(alias.workloadSelector().orElse(null));
      case AUTHORITY -> Written.text(alias.authority());
    };
  }

  private static @Nullable JsonNode tls(@Nullable ClientTls tls) {
    return tls == null ? null : Written.map(TlsField.values(), tls);
  }

  private static @Nullable JsonNode selector(@Nullable WorkloadSelector selector) {
    return selector == null ? null : Written.map(WorkloadSelectorField.values(), selector);
  }
}
