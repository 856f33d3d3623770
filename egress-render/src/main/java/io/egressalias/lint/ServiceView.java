package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service with its endpoints, without those that a controller writes.
 *
 * @param host its name, in full
 * @param service the Service; null: it is not in the set
 * @param endpoints the Endpoints objects and EndpointSlices with its name
 */
record ServiceView(String host, @Nullable ManifestObject service, List<ManifestObject> endpoints) {

  /** Returns a field of {@code spec}; absent without a Service. */
  private static Field spec(ManifestObject service, String key) {
    return Field.of(service, "spec", key);
  }

  static boolean isExternalName(ManifestObject service) {
    return spec(service, "type").text().equals("ExternalName");
  }

  static boolean isHeadless(ManifestObject service) {
    return spec(service, "clusterIP").text().equals("None");
  }

  static boolean hasSelector(ManifestObject service) {
    return !spec(service, "selector").keys().isEmpty();
  }

  /** Returns whether a Service is one for which people write endpoints. */
  static boolean usesOwnEndpoints(ManifestObject service) {
    return !isExternalName(service) && !hasSelector(service);
  }

  /** Returns the texts of the addresses of an object, also of those that are not ready. */
  static List<Field> addresses(ManifestObject endpoints) {
    List<Field> addresses = new ArrayList<>();
    if (endpoints.kind() == KnownKind.ENDPOINT_SLICE) {
      for (Field endpoint : Field.of(endpoints, "endpoints").items()) {
        addresses.addAll(endpoint.at("addresses").items());
      }
      return addresses;
    }
    for (Field subset : Field.of(endpoints, "subsets").items()) {
      for (String key : List.of("addresses", "notReadyAddresses")) {
        for (Field address : subset.at(key).items()) {
          addresses.add(address.at("ip"));
        }
      }
    }
    return addresses;
  }

  /** Returns whether an EndpointSlice has DNS names, which no program uses. */
  static boolean hasNames(ManifestObject endpoints) {
    return Field.of(endpoints, "addressType").text().equals("FQDN");
  }
}
