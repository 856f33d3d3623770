package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.TEXT;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.Word;
import java.util.List;

/** The fields of {@code spec.platform}. */
enum PlatformField implements DescribedField {
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
              new Word(List.of("ALLOW_ANY", "REGISTRY_ONLY")),
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
}
