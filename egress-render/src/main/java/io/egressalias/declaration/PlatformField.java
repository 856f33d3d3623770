package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.TEXT;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.Word;
import io.egressalias.model.Istio;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code spec.platform}. */
enum PlatformField implements DescribedField<Platform> {
  KUBERNETES(
      optional(
          "kubernetes",
          TEXT,
          "The release of Kubernetes, in quotes. Decides between Endpoints and EndpointSlices.",
          "\"1.34\"")),
  ISTIO(
      optional(
          "istio",
          TEXT,
          "The release of Istio, in quotes, or none for a cluster without a mesh.",
          "\"1.27\"")),
  CLUSTER_DOMAIN(
      optional("clusterDomain", TEXT, "The domain of the cluster's services.", "cluster.local")
          .byDefault("cluster.local")),
  OUTBOUND_TRAFFIC_POLICY(
      optional(
              "outboundTrafficPolicy",
              Word.of(OutboundTrafficPolicy.values()),
              "What the mesh does with traffic to hosts that it does not know.",
              "REGISTRY_ONLY")
          .byDefault("ALLOW_ANY"));

  static final Shape SHAPE = Fields.of(DescribedField.fieldsOf(values()));

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
  public @Nullable JsonNode write(Platform platform) {
    return switch (this) {
      case KUBERNETES -> Written.text(platform.kubernetes());
      case ISTIO ->
          platform.istio() instanceof Istio.None
              ? Written.text(PlatformDecoder.NO_ISTIO)
              : Written.text(platform.istio().version());
      case CLUSTER_DOMAIN ->
          platform.clusterDomain().equals(Platform.DEFAULT_CLUSTER_DOMAIN)
              ? null
              : Written.text(platform.clusterDomain());
      case OUTBOUND_TRAFFIC_POLICY ->
          Written.word(platform.outboundTrafficPolicy(), OutboundTrafficPolicy.ALLOW_ANY);
    };
  }
}
