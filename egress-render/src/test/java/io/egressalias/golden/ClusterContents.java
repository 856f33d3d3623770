package io.egressalias.golden;

import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a cluster in which goldens are applied: their objects, with the IP addresses that
 * an API server assigns to Services, and with the pods that a selector selects.
 */
final class ClusterContents {
  private final StringBuilder documents = new StringBuilder();
  private final Map<String, String> clusterIps = new LinkedHashMap<>();

  ClusterContents() {
    documents.append(
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: payments, namespace: bank}
        spec: {clusterIP: %s, ports: [%s]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: payments-pods
          namespace: bank
          labels: {kubernetes.io/service-name: payments}
        addressType: IPv4
        ports: [%s]
        endpoints: [{addresses: [%s], conditions: {ready: true}}]
        """
            .formatted(ExpectedCall.SERVICE, ports(), ports(), ExpectedCall.POD));
  }

  /** The ports of the cluster's own Service: one for each protocol. */
  private static String ports() {
    return Arrays.stream(Dimension.Wire.values())
        .map(
            wire ->
                "{%s%s}"
                    .formatted(
                        wire.fields(false), wire == Dimension.Wire.UDP ? "" : ", protocol: TCP"))
        .collect(Collectors.joining(", "));
  }

  /** Adds the objects of a golden after a change. */
  void add(GoldenFile golden, Consumer<List<ObjectNode>> change) {
    List<Manifest> manifests = golden.render();
    List<ObjectNode> objects = new ArrayList<>(manifests.stream().map(Manifest::tree).toList());
    change.accept(objects);
    for (ObjectNode object : objects) {
      if (object.path("kind").asString().equals("Service")) {
        address(object);
      }
      documents.append("---\n").append(object).append('\n');
    }
    if (golden.alias().target() instanceof PodSelector) {
      pods(golden);
    }
  }

  void add(String yaml) {
    documents.append(yaml);
  }

  /** The IP address of an alias; empty for an external name. */
  Optional<String> clusterIp(String alias) {
    return Optional.ofNullable(clusterIps.get(alias));
  }

  String yaml() {
    return documents.toString();
  }

  private void address(ObjectNode service) {
    ObjectNode spec = (ObjectNode) service.path("spec");
    if (!spec.has("type") && !spec.has("clusterIP")) {
      int number = clusterIps.size();
      String address = "10.96.%d.%d".formatted(number / 250, number % 250 + 2);
      spec.put("clusterIP", address);
      clusterIps.put(service.path("metadata").path("name").asString(), address);
    }
  }

  private void pods(GoldenFile golden) {
    for (ServicePort port : golden.alias().ports()) {
      documents.append(
          """
          ---
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: %1$s-pods
            namespace: shop
            labels: {kubernetes.io/service-name: %1$s}
          addressType: IPv4
          ports: [{name: %2$s, protocol: %3$s, port: %4$d}]
          endpoints: [{addresses: [%5$s], conditions: {ready: true}}]
          """
              .formatted(
                  golden.name(),
                  port.name().orElseThrow(),
                  port.protocol(),
                  port.targetNumber(),
                  ExpectedCall.POD));
    }
  }
}
