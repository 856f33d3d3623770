package io.egressalias.benchmark;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a kind for which client-java has no model. Public and with setters, because
 * client-java writes only properties with a getter and a setter.
 */
public final class IstioObject implements KubernetesObject {
  private @Nullable String apiVersion;
  private @Nullable String kind;
  private @Nullable V1ObjectMeta metadata;
  private @Nullable Map<String, Object> spec;

  @Override
  public @Nullable String getApiVersion() {
    return apiVersion;
  }

  /** Sets the group and version. */
  public void setApiVersion(@Nullable String apiVersion) {
    this.apiVersion = apiVersion;
  }

  @Override
  public @Nullable String getKind() {
    return kind;
  }

  /** Sets the kind. */
  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  @Override
  public @Nullable V1ObjectMeta getMetadata() {
    return metadata;
  }

  /** Sets the metadata. */
  public void setMetadata(@Nullable V1ObjectMeta metadata) {
    this.metadata = metadata;
  }

  /** Returns the fields of the kind. */
  public @Nullable Map<String, Object> getSpec() {
    return spec;
  }

  /** Sets the fields of the kind. */
  public void setSpec(@Nullable Map<String, Object> spec) {
    this.spec = spec;
  }
}
