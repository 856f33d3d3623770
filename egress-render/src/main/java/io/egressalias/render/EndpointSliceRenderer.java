package io.egressalias.render;

import io.egressalias.model.EndpointAddress;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the EndpointSlices of an alias with IP addresses, for Kubernetes 1.33 and later. There is
 * one slice for each family and each thousand addresses, so that a new address changes only the
 * last slice.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/">
 *     EndpointSlice</a>
 */
final class EndpointSliceRenderer {
  private static final int MOST_ENDPOINTS = 1000;

  private EndpointSliceRenderer() {}

  static List<ObjectNode> render(ResolvedAlias alias) {
    List<ObjectNode> slices = new ArrayList<>();
    for (String family : AddressFamilies.of(alias.addresses().orElseThrow())) {
      List<EndpointAddress> addresses = new ArrayList<>();
      for (EndpointAddress endpoint : alias.endpoints()) {
        if (AddressFamilies.of(endpoint.address()).equals(family)) {
          addresses.add(endpoint);
        }
      }
      for (int from = 0, number = 1; from < addresses.size(); from += MOST_ENDPOINTS, number++) {
        int to = Math.min(from + MOST_ENDPOINTS, addresses.size());
        slices.add(slice(alias, family, number, addresses.subList(from, to)));
      }
    }
    return slices;
  }

  private static ObjectNode slice(
      ResolvedAlias alias, String family, int number, List<EndpointAddress> addresses) {
    String name =
        alias.alias().name()
            + "-"
            + family.toLowerCase(Locale.ROOT)
            + (number > 1 ? "-" + number : "");
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("kubernetes.io/service-name", alias.alias().name());
    labels.put("endpointslice.kubernetes.io/managed-by", AliasMark.MANAGER);
    ObjectNode slice =
        ObjectTrees.object(ApiVersions.DISCOVERY, "EndpointSlice", alias, name, labels);
    slice.put("addressType", family);
    EndpointPorts.ofSlice(slice, alias);
    ArrayNode endpoints = slice.putArray("endpoints");
    for (EndpointAddress address : addresses) {
      ObjectNode endpoint = endpoints.addObject();
      // Each endpoint has one address, because Kubernetes uses only the first.
      endpoint.putArray("addresses").add(address.address());
      // The API server adds this value; a second apply of a list without it reports a change.
      endpoint.putObject("conditions").put("ready", true);
      ObjectTrees.put(endpoint, "hostname", address.hostname());
    }
    return slice;
  }
}
