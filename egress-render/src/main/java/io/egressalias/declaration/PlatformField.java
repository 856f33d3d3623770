package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Release;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code spec.platform}. */
enum PlatformField implements DescribedField<Platform, Platform.Builder> {
  KUBERNETES(
      optional(
          "kubernetes",
          new Release("1.34"),
          "The release of Kubernetes, in quotes. It selects Endpoints or EndpointSlices.",
          "\"1.34\"")),
  ISTIO(
      optional(
          "istio",
          new Release("1.27", Istio.NONE, "a cluster without a mesh"),
          "The release of Istio, in quotes, or none for a cluster without a mesh.",
          "\"1.27\"")),
  CLUSTER_DOMAIN(
      optional("clusterDomain", TEXT, "The DNS domain of the cluster.", "cluster.local")
          .byDefault("cluster.local")),
  OUTBOUND_TRAFFIC_POLICY(
      optional(
              "outboundTrafficPolicy",
              Word.of(OutboundTrafficPolicy.values()),
              "How the mesh handles traffic to unknown hosts.",
              "REGISTRY_ONLY")
          .byDefault("ALLOW_ANY")),
  DATA_PLANE(
      optional(
              "dataPlane",
              DataPlanes.SHAPE,
              "What carries the traffic of workloads: sidecars, or the waypoints of an ambient mesh.",
              "ambient")
          .byDefault("sidecar")),
  WAYPOINT(
      optional(
          "waypoint",
          WaypointField.SHAPE,
          "The waypoint of aliases that declare none, in an ambient mesh: its name, a map with its"
              + " name and namespace, or namespace if the namespace of the alias has the label"
              + " istio.io/use-waypoint.",
          "waypoint"));

  static final Fields SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  static final PlatformField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  PlatformField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public Platform.Builder read(@Nullable Tree value, Platform.Builder builder) {
    return switch (this) {
      case KUBERNETES ->
          builder.kubernetes(KubernetesVersion.parse(FieldReader.text(value).orElse("")));
      case ISTIO -> istio(FieldReader.text(value).orElse(""), builder);
      case CLUSTER_DOMAIN ->
          builder.clusterDomain(FieldReader.text(value).orElse(Platform.DEFAULT_CLUSTER_DOMAIN));
      case OUTBOUND_TRAFFIC_POLICY -> {
        OutboundTrafficPolicy policy = FieldReader.word(value, OutboundTrafficPolicy.values());
        yield builder.outboundTrafficPolicy(
            policy == null ? OutboundTrafficPolicy.ALLOW_ANY : policy);
      }
      case DATA_PLANE -> builder.dataPlane(DataPlanes.read(value));
      case WAYPOINT -> builder.waypoint(WaypointField.read(value));
    };
  }

  private static Platform.Builder istio(String text, Platform.Builder builder) {
    Optional<IstioVersion> version = IstioVersion.parse(text);
    if (version.isPresent()) {
      return builder.istio(Istio.release(version.get()));
    }
    return text.equals(Istio.NONE) ? builder.istio(Istio.none()) : builder;
  }

  @Override
  public @Nullable JsonNode write(Platform platform) {
    return switch (this) {
      case KUBERNETES -> FieldWriter.text(platform.kubernetes());
      case ISTIO ->
          platform.istio() instanceof Istio.None
              ? FieldWriter.text(Istio.NONE)
              : FieldWriter.text(platform.istio().version());
      case CLUSTER_DOMAIN ->
          platform.clusterDomain().equals(Platform.DEFAULT_CLUSTER_DOMAIN)
              ? null
              : FieldWriter.text(platform.clusterDomain());
      case OUTBOUND_TRAFFIC_POLICY ->
          FieldWriter.word(platform.outboundTrafficPolicy(), OutboundTrafficPolicy.ALLOW_ANY);
      case DATA_PLANE -> DataPlanes.written(platform.dataPlane());
      case WAYPOINT -> WaypointField.written(platform.waypoint().orElse(null));
    };
  }
}
