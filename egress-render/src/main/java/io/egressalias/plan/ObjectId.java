package io.egressalias.plan;

import io.egressalias.model.EgressAlias;
import io.egressalias.render.Manifest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which object it is, whatever version of its API it is written in.
 *
 * @param group the API group; empty for the core
 * @param kind such as {@code Service}
 * @param namespace the namespace; empty: whichever it is applied in
 * @param name the name
 */
public record ObjectId(String group, String kind, Optional<String> namespace, String name) {

  private String effectiveNamespace() {
    return namespace.orElse(EgressAlias.DEFAULT_NAMESPACE);
  }

  /** Returns whether it is the same object; a namespace that is not declared is {@code default}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectId id
        && group.equals(id.group)
        && kind.equals(id.kind)
        && effectiveNamespace().equals(id.effectiveNamespace())
        && name.equals(id.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(group, kind, effectiveNamespace(), name);
  }

  static ObjectId of(Manifest manifest) {
    return new ObjectId(manifest.group(), manifest.kind(), manifest.namespace(), manifest.name());
  }

  /** Returns the resource as kubectl takes it, such as {@code serviceentry.networking.istio.io}. */
  public String resource() {
    String resource = kind.toLowerCase(Locale.ROOT);
    return group.isEmpty() ? resource : resource + "." + group;
  }

  /** Returns {@code Service shop/my-httpbin}. */
  @Override
  public String toString() {
    return kind + " " + namespace.map(n -> n + "/").orElse("") + name;
  }
}
