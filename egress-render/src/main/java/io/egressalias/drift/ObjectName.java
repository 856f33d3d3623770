package io.egressalias.drift;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.EgressAlias;
import tools.jackson.databind.JsonNode;

/**
 * Which object it is, whatever version of its API it is written in; a namespace that is not written
 * is {@code default}.
 */
record ObjectName(String group, String kind, String namespace, String name) {

  static ObjectName of(JsonNode object) {
    String version = text(object.path("apiVersion"));
    int slash = version.indexOf('/');
    String namespace = text(object.path("metadata").path("namespace"));
    return new ObjectName(
        slash < 0 ? "" : version.substring(0, slash),
        text(object.path("kind")),
        namespace.isEmpty() ? EgressAlias.DEFAULT_NAMESPACE : namespace,
        text(object.path("metadata").path("name")));
  }

  private static String text(JsonNode value) {
    return value.asString("");
  }

  /** Returns {@code Service shop/my-httpbin}. */
  @Override
  public String toString() {
    if (kind.isEmpty() || name.isEmpty()) {
      return "a document that is no object";
    }
    return Quoted.shortened(kind)
        + " "
        + (namespace.equals(EgressAlias.DEFAULT_NAMESPACE) ? "" : Quoted.shortened(namespace) + "/")
        + Quoted.shortened(name);
  }
}
