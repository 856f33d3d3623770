package io.egressalias.benchmark;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a kind that client-java has no model of. Public and with setters, because it writes
 * what can be read and set.
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

  /** Returns what the kind alone has. */
  public @Nullable Map<String, Object> getSpec() {
    return spec;
  }

  /** Sets what the kind alone has. */
  public void setSpec(@Nullable Map<String, Object> spec) {
    this.spec = spec;
  }
}
