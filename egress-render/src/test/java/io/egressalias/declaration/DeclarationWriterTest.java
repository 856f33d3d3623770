package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Mutual;
import io.egressalias.model.Platform;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
import io.egressalias.model.WorkloadSelector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeclarationWriterTest {

  @Test
  void writesFieldsInTheOrderOfTheReference() {
    EgressAliases declaration =
        EgressAliases.builder()
            .platform(
                Platform.builder()
                    .istio(Istio.release(new IstioVersion(1, 27)))
                    .kubernetes(new KubernetesVersion(1, 34))
                    .build())
            .namespace("shop")
            .addAliases(payments())
            .build();
    assertEquals(
        """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata:
          name: external-services
        spec:
          platform:
            kubernetes: "1.34"
            istio: "1.27"
          namespace: shop
          aliases:
          - name: payments
            labels:
              team: payments
            externalName: api.payments.example.com
            ports:
            - name: http
              port: 80
              targetPort: 443
            - name: tcp-other
              port: 8443
              tls:
                mode: DISABLE
            tls:
              mode: MUTUAL
              subjectAltNames:
              - api.payments.example.com
              credentialName: client-credential
            workloadSelector:
              matchLabels:
                app: curl
            authority: api.payments.example.com
        """,
        DeclarationWriter.write(declaration, "external-services"));
  }

  private static EgressAlias payments() {
    return EgressAlias.builder()
        .name("payments")
        .putLabels("team", "payments")
        .externalName("api.payments.example.com")
        .addPorts(ServicePort.builder().name("http").port(80).targetPort(443).build())
        .addPorts(
            ServicePort.builder().name("tcp-other").port(8443).tls(ClientTls.disable()).build())
        .tls(
            Mutual.builder()
                .addSubjectAltNames("api.payments.example.com")
                .credentialName("client-credential")
                .build())
        .workloadSelector(new WorkloadSelector(Map.of("app", "curl")))
        .authority("api.payments.example.com")
        .build();
  }

  /** Texts that YAML would read as a number or a boolean are in quotes. */
  @Test
  void writesTextsThatLookLikeOtherValues() {
    EgressAlias alias =
        EgressAlias.builder()
            .name("80")
            .namespace("true")
            .endpoints("192.0.2.10")
            .headless(true)
            .addPorts(
                ServicePort.builder()
                    .port(53)
                    .protocol(Protocol.UDP)
                    .targetPort(new TargetPort.ByName("no"))
                    .build())
            .build();
    EgressAliases declaration =
        EgressAliases.of(Platform.builder().istio(Istio.none()).build(), List.of(alias));
    String text = DeclarationWriter.write(declaration, "1");
    assertEquals(
        """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata:
          name: "1"
        spec:
          platform:
            istio: none
          aliases:
          - name: "80"
            namespace: "true"
            endpoints:
            - "192.0.2.10"
            clusterIP: None
            ports:
            - port: 53
              targetPort: "no"
              protocol: UDP
        """,
        text);
    assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", text));
  }

  /** An address without a hostname is a string, and a default is left out. */
  @Test
  void writesTheShortestForm() {
    EgressAlias alias =
        EgressAlias.builder()
            .name("masters")
            .target(
                StaticEndpoints.of(
                    List.of(
                        EndpointAddress.of("10.60.7.13", "master-0"),
                        EndpointAddress.of("10.60.7.14"))))
            .preserveAuthority(false)
            .build();
    EgressAliases declaration =
        EgressAliases.of(
            Platform.undeclared(),
            List.of(alias, alias.toBuilder().name("kept").preserveAuthority(true).build()));
    String text = DeclarationWriter.write(declaration, "any");
    assertEquals(
        """
          aliases:
          - name: masters
            endpoints:
            - address: "10.60.7.13"
              hostname: master-0
            - "10.60.7.14"
          - name: kept
            endpoints:
            - address: "10.60.7.13"
              hostname: master-0
            - "10.60.7.14"
            preserveAuthority: true
        """,
        text.substring(text.indexOf("  aliases:")));
    assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", text));
  }

  @Test
  void writesAnEmptyListOfAliases() {
    EgressAliases none = EgressAliases.of(Platform.undeclared(), List.of());
    String text = DeclarationWriter.write(none, "none");
    assertEquals("spec:\n  aliases: []\n", text.substring(text.indexOf("spec:")));
    assertEquals(List.of(none), UncheckedReading.read("any.yaml", text));
  }
}
