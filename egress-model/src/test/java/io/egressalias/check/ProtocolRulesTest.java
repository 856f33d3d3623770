package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the declared protocol of a port. */
final class ProtocolRulesTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.10, 1.27, udp-x:514, WARNING",
    "10.20.0.10, registry-only, udp-x:514, ERROR",
    "10.20.0.10, 1.27, udp-x:514 http:80>443!SIMPLE, ERROR",
    "pods, 1.27, udp-x:514, ERROR"
  })
  void aTcpPortNamedUdpIsCarriedWhereSidecarsPassItOn(
      String target, String platform, String ports, Severity severity) {
    EgressAlias alias = Given.alias(target).ports(Given.ports(ports)).build();
    assertEquals(
        List.of(severity),
        Checks.check(alias, Given.platform(platform)).stream()
            .filter(d -> d.rule() == Rule.UDP_NAME)
            .map(Diagnostic::severity)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target     | platform      | ports                       | codes
          10.20.0.10   | 1.27          | grpc-web-calls:8080         | ''
          10.20.0.10   | 1.27          | httpx:8080                  | EGA0401
          10.20.0.10   | 1.27          | web:8080                    | EGA0401
          10.20.0.10   | 1.27          | web:8080=http               | ''
          10.20.0.10   | 1.27          | web:8080=HTTP               | ''
          10.20.0.10   | 1.27          | web:8080=udp                | EGA0402
          10.20.0.10   | 1.27          | web:8080=kubernetes.io/h2c  | ''
          10.20.0.10   | 1.27          | web:8080=kubernetes.io/H2C  | EGA0402
          10.20.0.10   | 1.27          | web:8080=websocket          | EGA0402
          httpbin.org  | 1.27          | web:8080=websocket          | ''
          httpbin.org  | 1.20          | web:8080=websocket          | EGA0402 EGA0406
          10.20.0.10   | 1.27          | web:8080/UDP=websocket      | ''
          10.20.0.10   | 1.27          | web:8080=''                 | EGA0402
          10.20.0.10   | none          | web:8080=kubernetes.io/h2c  | ''
          10.20.0.10   | none          | web:8080=a_b/c/d            | EGA0402
          10.20.0.10   | 1.27          | web:8080/UDP                | ''
          10.20.0.10   | 1.27          | web:8080/SCTP               | ''
          httpbin.org  | 1.27          | web:8080                    | ''
          httpbin.org  | undeclared    | web:8080                    | EGA0401 EGA0406
          httpbin.org  | registry-only | web:8080                    | EGA0401
          httpbin.org  | none          | web:8080                    | ''
          pods         | 1.27          | web:8080                    | EGA0401
          10.20.0.10   | 1.27          | tcp-sctp:8080/SCTP          | ''
          # a name that says another
          10.20.0.10   | 1.27          | http-web:8080=grpc          | ''
          10.20.0.10   | 1.27          | tls-web:8443=https          | ''
          10.20.0.10   | 1.27          | tcp-cache:6379=redis        | ''
          10.20.0.10   | 1.27          | http-db:5432=tcp            | EGA0403
          10.20.0.10   | 1.27          | tls-db:5432=tcp             | EGA0403
          10.20.0.10   | 1.27          | http-dns:53/UDP             | EGA0403
          10.20.0.10   | 1.27          | udp-dns:53/UDP              | ''
          10.20.0.10   | 1.27          | udp-dns:53                  | EGA0408
          10.20.0.10   | 1.27          | udp-dns:53=tcp              | EGA0403
          pods         | 1.27          | udp-dns:53                  | EGA0408
          # HTTP on a number of others
          10.20.0.10   | 1.27          | http:443                    | EGA0404
          10.20.0.10   | 1.27          | grpc:8443                   | EGA0404
          10.20.0.10   | 1.27          | http:5432                   | EGA0404
          10.20.0.10   | 1.27          | http:8080                   | ''
          10.20.0.10   | none          | http:443                    | ''
          httpbin.org  | 1.27          | http:443                    | ''
          httpbin.org  | 1.20          | http:443                    | EGA0404
          httpbin.org  | undeclared    | http:443                    | EGA0404
          10.20.0.10   | 1.5           | http:443                    | EGA0404
          10.20.0.10   | 1.27          | http:443>8080               | ''
          10.20.0.10   | 1.27          | http:80>443                 | ''
          10.20.0.10   | 1.27          | http:22                     | EGA0404
          httpbin.org  | registry-only | http:443                    | EGA0404
          httpbin.org  | 1.27          | http:443!SIMPLE             | ''
          httpbin.org  | 1.27          | grpc:8443!SIMPLE            | ''
          httpbin.org  | 1.27          | http:3306!SIMPLE            | EGA0404
          httpbin.org  | undeclared    | http:443!SIMPLE             | ''
          pods         | 1.27          | http:443                    | ''
          pods         | 1.27          | http:3306                   | EGA0404
          pods         | 1.5           | http:443                    | EGA0404
          # names of external names
          httpbin.org  | 1.27          | tcp:5432                    | ''
          httpbin.org  | 1.20          | tcp:5432                    | EGA0405 EGA0406
          httpbin.org  | undeclared    | tcp:5432                    | EGA0405 EGA0406
          httpbin.org  | 1.27          | tcp-db:5432                 | ''
          httpbin.org  | none          | tcp:5432                    | ''
          httpbin.org  | registry-only | tcp:5432                    | ''
          10.20.0.10   | 1.27          | tcp:5432                    | ''
          httpbin.org  | 1.20          | tcp-db:5432                 | EGA0406
          httpbin.org  | 1.20          | tls:443                     | ''
          httpbin.org  | undeclared    | mongo:27017                 | EGA0406
          httpbin.org  | undeclared    | tls:443                     | ''
          httpbin.org  | 1.20          | http:80                     | ''
          httpbin.org  | none          | tls:443                     | ''
          10.20.0.10   | 1.20          | tls:443                     | ''
          # gRPC by another name
          httpbin.org  | 1.27          | http-grpc:80>443!SIMPLE     | EGA0407
          httpbin.org  | 1.27          | http-grpc:80                | ''
          """)
  void isHeldAgainstTargetAndPlatform(String target, String platform, String ports, String codes) {
    EgressAlias.Builder alias =
        Given.alias(target).addAllPorts(Given.ports(ports.replace("''", "")));
    if (!target.equals("pods")) {
      alias.tls(Given.tls("DISABLE"));
    }
    assertEquals(codes, Given.codes(alias, Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target     | platform      | ports                       | severities
          10.20.0.10   | 1.27          | :5432                       | warning EGA0303
          10.20.0.10   | undeclared    | :5432                       | warning EGA0303
          headless     | 1.27          | :5432                       | warning EGA0303
          pods         | 1.27          | :5432                       | warning EGA0303
          10.20.0.10   | none          | :5432                       | ''
          10.20.0.10   | 1.27          | :8080=http                  | ''
          10.20.0.10   | 1.27          | :8080=websocket             | warning EGA0402
          10.20.0.10   | 1.27          | :53/UDP                     | ''
          10.20.0.10   | 1.27          | :53/SCTP                    | info EGA0303
          10.20.0.10   | 1.27          | :5432 tls:443               | error EGA0303
          10.20.0.10   | 1.27          | :5432!SIMPLE                | error EGA0303
          httpbin.org  | 1.27          | :5432                       | info EGA0303
          httpbin.org  | 1.20          | :5432                       | warning EGA0303, warning EGA0406
          httpbin.org  | none          | :5432                       | ''
          httpbin.org  | registry-only | :5432                       | error EGA0303
          httpbin.org  | registry-only | :8080=http                  | error EGA0303
          10.20.0.10   | 1.27          | hass-proxy:8123             | warning EGA0401
          10.20.0.10   | 1.27          | hass-proxy:8123 tls:443     | warning EGA0401
          10.20.0.10   | 1.27          | hass-proxy:8123!SIMPLE      | error EGA0401
          10.20.0.10   | 1.27          | hass-proxy:8123/SCTP        | info EGA0401
          httpbin.org  | 1.27          | hass-proxy:8123             | info EGA0401
          httpbin.org  | registry-only | hass-proxy:8123             | error EGA0401
          10.20.0.10   | 1.27          | web:8080=websocket          | warning EGA0402
          10.20.0.10   | 1.27          | web:8080=websocket!SIMPLE   | error EGA0402
          10.20.0.10   | 1.27          | web:8080=udp                | error EGA0402
          10.20.0.10   | 1.27          | web:8080=kubernetes.io/ws   | info EGA0402
          10.20.0.10   | 1.27          | web:8080=kubernetes.io/ws!SIMPLE | info EGA0402
          httpbin.org  | 1.27          | web:8080=websocket          | info EGA0402
          httpbin.org  | registry-only | web:8080=websocket          | error EGA0402
          10.20.0.10   | 1.27          | http:443                    | warning EGA0404
          10.20.0.10   | 1.5           | http:443                    | error EGA0404
          httpbin.org  | 1.27          | tcp:5432                    | info EGA0405
          httpbin.org  | 1.20          | tcp:5432                    | error EGA0405, warning EGA0406
          httpbin.org  | undeclared    | tcp:5432                    | error EGA0405, warning EGA0406
          """)
  void severityDependsOnTheFormAndTheRelease(
      String target, String platform, String ports, String severities) {
    EgressAlias.Builder alias = Given.alias(target).addAllPorts(Given.ports(ports));
    if (!target.equals("pods")) {
      alias.tls(Given.tls("DISABLE"));
    }
    String found =
        Checks.check(alias.build(), Given.platform(platform)).stream()
            .filter(d -> d.rule().code().matches("EGA0[34].."))
            .map(d -> d.severity().word() + " " + d.rule().code())
            .collect(Collectors.joining(", "));
    assertEquals(severities, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | web:80                   | ports[0].name: Write `name: http-web`, or add `appProtocol: http`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | web:8123                 | ports[0].name: Write `name: http-web`, or add `appProtocol: http`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | web:443                  | ports[0].name: Write `name: tls-web`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | web:443!SIMPLE           | ports[0].name: Write `name: http-web`, or add `appProtocol: http`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | postgres:5432            | ports[0].name: Write `name: tcp-postgres`, or add `appProtocol: tcp`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | db:9000                  | ports[0].name: Write `name: tcp-db`, or add `appProtocol: tcp`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | db:3306                  | ports[0].name: Write `name: mysql-db`, or add `appProtocol: mysql`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | ldaps:636                | ports[0].name: Write `name: tls-ldaps`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | amqps:5671               | ports[0].name: Write `name: tls-amqps`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | mqtts:9000               | ports[0].name: Write `name: tls-mqtts`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | smtps:465                | ports[0].name: Write `name: tls-smtps`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | imaps:993                | ports[0].name: Write `name: tls-imaps`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | rediss:6380              | ports[0].name: Write `name: tls-rediss`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | kafka-ssl:9093           | ports[0].name: Write `name: tls-kafka`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | postgres-tls:5432        | ports[0].name: Write `name: tls-postgres`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | ldap:636                 | ports[0].name: Write `name: tls-ldap`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | ldap:389                 | ports[0].name: Write `name: tcp-ldap`, or add `appProtocol: tcp`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | otlp-grpc:4317           | ports[0].name: Write `name: grpc-otlp`, or add `appProtocol: grpc`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | otlp-http:4318           | ports[0].name: Write `name: http-otlp`, or add `appProtocol: http`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | otlp-grpc-tls:4317       | ports[0].name: Write `name: tls-otlp-grpc`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | ui-grpc-web:8080         | ports[0].name: Write `name: grpc-web-ui`, or add `appProtocol: grpc-web`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | admin-https:9443         | ports[0].name: Write `name: https-admin`, or add `appProtocol: https`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | h2c:9000                 | ports[0].name: Write `name: http2-h2c`, or add `appProtocol: http2`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | ssl:9000                 | ports[0].name: Write `name: tls`, or add `appProtocol: tls`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | wss:9000                 | ports[0].name: Write `name: https-wss`, or add `appProtocol: https`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/h2c    | ports[0].appProtocol: Write `appProtocol: http2` if `istioctl validate` is used
          APP_PROTOCOL     | httpbin.org | 1.27 | a:1=kubernetes.io/ws     | ports[0].appProtocol: Write `appProtocol: http` if `istioctl validate` is used
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/wss    | ports[0].appProtocol: Write `appProtocol: https` if `istioctl validate` is used
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/WS     | ports[0].appProtocol: Write `appProtocol: http`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=h2c                  | ports[0].appProtocol: Write `appProtocol: http2`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=websocket            | ports[0].appProtocol: Write `appProtocol: http`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=wss                  | ports[0].appProtocol: Write `appProtocol: https`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=ldaps                | ports[0].appProtocol: Write `appProtocol: tls`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=http/1.1             | ports[0].appProtocol: Write `appProtocol: http`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | http-a:1=hbone           | ports[0].appProtocol: Write `appProtocol: http`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=postgresql           | ports[0].appProtocol: Write `appProtocol: tcp`
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443                 | ports[0].port: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server expects TLS, or write `name: tls` if the workload itself encrypts the traffic, or write `port: 80` and `targetPort: 443` if the server accepts unencrypted HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443 http-a:80       | ports[0].port: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server expects TLS, or write `name: tls` if the workload itself encrypts the traffic, or write `port: 8080` and `targetPort: 443` if the server accepts unencrypted HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443 http-a:80 http-b:8080 http-c:8081 | ports[0].port: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server expects TLS, or write `name: tls` if the workload itself encrypts the traffic, or write `port: 8082` and `targetPort: 443` if the server accepts unencrypted HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443>8443            | ports[0].port: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server expects TLS, or write `name: tls` if the workload itself encrypts the traffic, or write `port: 80` and `targetPort: 8443` if the server accepts unencrypted HTTP
          GRPC_ON_HTTP_PORT | httpbin.org | 1.27 | http-grpc:80>443!SIMPLE | ports[0].name: Write `name: grpc`, or rename the port to `http-80` if it does not carry gRPC
          GRPC_ON_HTTP_PORT | httpbin.org | 1.27 | http-grpc-api:80>443!SIMPLE | ports[0].name: Write `name: grpc-api`, or rename the port to `http-80` if it does not carry gRPC
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | web:443=http             | ports[0].port: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server expects TLS, or write `appProtocol: tls` if the workload itself encrypts the traffic, or write `port: 80` and `targetPort: 443` if the server accepts unencrypted HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:5432                | ports[0].port: Write `port: 80` and `targetPort: 5432`, or write `name: tcp-5432` if the port does not carry HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:3306!SIMPLE         | ports[0].port: Write `port: 80` and `targetPort: 3306`
          HTTP_ON_TLS_PORT | headless    | 1.27 | http:443                 | ports[0].port: Write `name: tls` if the workload itself encrypts the traffic, or remove `clusterIP` and write `port: 80` and `targetPort: 443`
          HTTP_ON_TLS_PORT | httpbin.org | 1.20 | http:443                 | ports[0].port: Write `name: tls` if the workload itself encrypts the traffic, or write `port: 80` and `targetPort: 443`, and `tls: {mode: SIMPLE}` to originate TLS
          TCP_LISTENER     | httpbin.org | 1.20 | mongo:27017              | ports[0]: Replace `externalName` with `endpoints: [10.20.0.20]`, with the addresses of the host, or declare a later release, such as `istio: "1.27"` in `spec.platform`, if the cluster has one
          UDP_NAME         | 10.20.0.10  | 1.27 | udp-dns:53               | ports[0].name: Write `name: tcp-dns`, or declare `protocol: UDP`
          """)
  void remedyNamesTheProtocolToWrite(
      Rule rule, String target, String istio, String ports, String remedy) {
    EgressAlias.Builder alias = Given.alias(target).addAllPorts(Given.ports(ports));
    assertEquals(remedy, Given.remedy(rule, alias, Given.platform(istio)));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 3306, 5061, 5432, 5671, 6379, 6443,
        8443, 8883, 27017
      })
  void httpOnAPortOfAnotherProtocolIsReported(int number) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addPorts(Given.port("http:" + number + "!DISABLE"));
    assertEquals("EGA0404", Given.codes(alias, Given.MESH));
  }
}
