package io.egressalias.object;

import io.egressalias.model.EgressAlias;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The identity of a Kubernetes object, independent of its API version.
 *
 * @param group the API group; empty for the core
 * @param kind such as {@code Service}
 * @param namespace the namespace; empty: the one to which the object is applied
 * @param name the name
 */
public record ObjectId(String group, String kind, Optional<String> namespace, String name) {

  private static final KnownKind[] KINDS = KnownKind.values();

  /** Returns the identity of an object; a missing field is empty. */
  public static ObjectId of(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return of(
        object.path("apiVersion").asString(""),
        object.path("kind").asString(""),
        metadata.path("namespace").asString(""),
        metadata.path("name").asString(""));
  }

  /**
   * Returns the identity of an object.
   *
   * @param apiVersion such as {@code networking.istio.io/v1}
   * @param namespace the namespace; empty: none is declared
   */
  public static ObjectId of(String apiVersion, String kind, String namespace, String name) {
    Optional<String> declared = namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
    return new ObjectId(group(apiVersion), kind, declared, name);
  }

  /** Returns the group of an API version; empty for the core. */
  public static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : group(apiVersion, slash);
  }

  /** The objects of a large set share the names of groups. */
  private static String group(String apiVersion, int size) {
    for (KnownKind known : KINDS) {
      if (known.group().length() == size && apiVersion.startsWith(known.group())) {
        return known.group();
      }
    }
    return apiVersion.substring(0, size);
  }

  /** Returns the namespace; {@code default} where none is declared. */
  public String effectiveNamespace() {
    return namespace.orElse(EgressAlias.DEFAULT_NAMESPACE);
  }

  /** Returns the entry of the kind in the registry; empty: none. */
  public Optional<KnownKind> known() {
    return KnownKind.of(group, kind);
  }

  /** Returns whether both identify the same object; a missing namespace equals {@code default}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectId id
        && name.equals(id.name)
        && effectiveNamespace().equals(id.effectiveNamespace())
        && kind.equals(id.kind)
        && group.equals(id.group);
  }

  @Override
  public int hashCode() {
    return Objects.hash(group, kind, effectiveNamespace(), name);
  }

  /**
   * Returns the name of the resource for kubectl, such as {@code serviceentry.networking.istio.io}.
   */
  public String resource() {
    return KnownKind.resource(group, kind);
  }

  /** Returns the name of the file for the object, such as {@code shop.service.db.yaml}. */
  public String fileName() {
    String prefix = namespace.isEmpty() ? "" : namespace.get() + ".";
    return (prefix + kind + "." + name + ".yaml").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns {@code Service shop/my-httpbin}; without a declared namespace, {@code Service
   * my-httpbin}.
   */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace.get() + "/") + name;
  }

  /** Returns {@code Service default/my-httpbin}, always with a namespace. */
  public String qualified() {
    return kind + " " + effectiveNamespace() + "/" + name;
  }
}
