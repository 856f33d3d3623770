package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.model.Platform;
import org.junit.jupiter.api.Test;

/** What comes back from Service, VirtualService, ServiceEntry and DestinationRule. */
final class RoutedAliasesTest {
  private static final Platform PLATFORM = Platform.builder().istio("1.27").build();

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: shop}
      spec:
        ports:
        - {name: http, port: 80, protocol: TCP}
        - {name: redis, port: 6379, protocol: TCP}
        - {name: tls, port: 443, protocol: TCP, appProtocol: tcp}
      """;

  private static final String ENTRY =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: api, namespace: shop}
      spec:
        hosts: [api.shop.egressalias.internal]
        addresses: [240.0.0.1]
        location: MESH_EXTERNAL
        resolution: DNS
        ports:
        - {name: http, number: 80, protocol: HTTP, targetPort: 443}
        - {name: redis, number: 6379, protocol: REDIS, targetPort: 6380}
        - {name: tls, number: 443, protocol: TLS}
        endpoints: [{address: api.example.com}]
      """;

  private static final String FORMER_RULE =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: api, namespace: shop}
      spec:
        host: api.shop.egressalias.internal
        trafficPolicy:
          tls: {mode: DISABLE}
          portLevelSettings:
          - port: {number: 80}
            tls: {mode: SIMPLE, sni: api.example.com, subjectAltNames: [api.example.com], caCertificates: system}
          - port: {number: 6379}
            tls: {mode: SIMPLE, sni: api.example.com, subjectAltNames: [other.example.com], caCertificates: system}
      """;

  private static final String FORMER_ROUTE =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: api, namespace: shop}
      spec:
        hosts: [api.shop.svc.cluster.local]
        http:
        - match: [{port: 80, sourceNamespace: shop, sourceLabels: {app: web}}]
          route: [{destination: {host: api.shop.egressalias.internal, port: {number: 80}}}]
        tcp:
        - match: [{port: 6379, sourceNamespace: shop, sourceLabels: {app: web}}]
          route: [{destination: {host: api.shop.egressalias.internal, port: {number: 6379}}}]
        - match: [{port: 443, sourceNamespace: shop, sourceLabels: {app: web}}]
          route: [{destination: {host: api.shop.egressalias.internal, port: {number: 443}}}]
      """;

  @Test
  void theFormerFormIsRead() {
    assertEquals(
        """
        - name: api
          namespace: shop
          externalName: api.example.com
          ports:
          - name: http
            port: 80
            targetPort: 443
            tls:
              mode: SIMPLE
          - name: redis
            port: 6379
            targetPort: 6380
            tls:
              mode: SIMPLE
              subjectAltNames:
              - other.example.com
          - name: tls
            port: 443
          tls:
            mode: DISABLE
          workloadSelector:
            matchLabels:
              app: web
          preserveAuthority: true
        info RULE_ADDED spec
        """,
        imported(SERVICE + FORMER_RULE + FORMER_ROUTE + ENTRY));
  }

  private static String imported(String yaml) {
    return GivenObjects.imported(yaml, PLATFORM);
  }
}
