package io.egressalias.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The identity of an object does not depend on its API version; without a namespace it is in
 * `default`.
 */
final class ObjectIdTest {

  private static ObjectId read(String json) {
    return ObjectId.of(JsonMapper.shared().readTree(json));
  }

  @Test
  void idIsReadFromAnObject() {
    assertEquals(
        new ObjectId("networking.istio.io", "ServiceEntry", Optional.of("shop"), "db"),
        read(
            """
            {"apiVersion": "networking.istio.io/v1", "kind": "ServiceEntry",
             "metadata": {"name": "db", "namespace": "shop"}}
            """));
  }

  @Test
  void missingFieldsAreEmpty() {
    assertEquals(new ObjectId("", "", Optional.empty(), ""), read("{}"));
    assertEquals(new ObjectId("", "", Optional.empty(), ""), read("[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1, v1, '', default, true",
    "v1, v2, shop, shop, true",
    "a/v1, a/v2, '', '', true",
    "a/v1, b/v1, '', '', false",
    "v1, a/v1, '', '', false",
    "v1, v1, '', shop, false",
  })
  void equalIdsIdentifyTheSameObject(
      String version, String other, String namespace, String second, boolean same) {
    ObjectId left = ObjectId.of(version, "Kind", namespace, "name");
    ObjectId right = ObjectId.of(other, "Kind", second, "name");
    assertEquals(same, left.equals(right));
    if (same) {
      assertEquals(left.hashCode(), right.hashCode());
    }
  }

  @Test
  void differentKindOrNameIsAnotherObject() {
    ObjectId id = ObjectId.of("v1", "Service", "", "db");
    assertNotEquals(id, ObjectId.of("v1", "Endpoints", "", "db"));
    assertNotEquals(id, ObjectId.of("v1", "Service", "", "api"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Service, '', service, service.db.yaml, Service db, Service default/db",
    "discovery.k8s.io/v1, EndpointSlice, shop, endpointslice.discovery.k8s.io,"
        + " shop.endpointslice.db.yaml, EndpointSlice shop/db, EndpointSlice shop/db",
  })
  void namesForFilesAndResources(
      String version,
      String kind,
      String namespace,
      String resource,
      String file,
      String text,
      String qualified) {
    ObjectId id = ObjectId.of(version, kind, namespace, "db");
    assertEquals(resource, id.resource());
    assertEquals(file, id.fileName());
    assertEquals(text, id.toString());
    assertEquals(qualified, id.qualified());
  }

  @Test
  void knownKindIsFoundByGroupAndKind() {
    for (KnownKind kind : KnownKind.values()) {
      assertEquals(Optional.of(kind), kind.id(Optional.empty(), "db").known());
      assertEquals(kind.resource(), kind.id(Optional.empty(), "db").resource());
    }
    assertEquals(
        Optional.empty(), ObjectId.of("serving.knative.dev/v1", "Service", "", "db").known());
    assertEquals(Optional.empty(), ObjectId.of("v1", "ConfigMap", "", "db").known());
  }
}
