package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the declared protocol of a port. */
final class ProtocolRulesTest {

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
          10.20.0.10   | 1.27          | web:8080=kubernetes.io/h2c  | EGA0402
          10.20.0.10   | 1.27          | web:8080=''                 | EGA0402
          10.20.0.10   | none          | web:8080=kubernetes.io/h2c  | ''
          10.20.0.10   | none          | web:8080=a_b/c/d            | EGA0402
          10.20.0.10   | 1.27          | web:8080/UDP                | ''
          10.20.0.10   | 1.27          | web:8080/SCTP               | EGA0401
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
          # HTTP on a number of others
          10.20.0.10   | 1.27          | http:443                    | EGA0404
          10.20.0.10   | 1.27          | grpc:8443                   | EGA0404
          10.20.0.10   | 1.27          | http:5432                   | EGA0404
          10.20.0.10   | 1.27          | http:8080                   | ''
          10.20.0.10   | none          | http:443                    | ''
          httpbin.org  | 1.27          | http:443                    | ''
          httpbin.org  | 1.20          | http:443                    | EGA0404
          httpbin.org  | undeclared    | http:443                    | EGA0404
          httpbin.org  | registry-only | http:443                    | EGA0404
          httpbin.org  | 1.27          | http:443!SIMPLE             | EGA0404
          pods         | 1.27          | http:443                    | EGA0404
          # names of external names
          httpbin.org  | 1.27          | tcp:5432                    | EGA0405
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
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | web:80                   | ports[0].name: Write `name: http-web`, or add `appProtocol: http`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | postgres:5432            | ports[0].name: Write `name: tcp-postgres`, or add `appProtocol: tcp`
          PROTOCOL_UNKNOWN | 10.20.0.10  | 1.27 | db:9000                  | ports[0].name: Write `name: tcp-db`, or add `appProtocol: tcp`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/h2c    | ports[0].appProtocol: Write `appProtocol: http2`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/ws     | ports[0].appProtocol: Write `appProtocol: http`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=kubernetes.io/wss    | ports[0].appProtocol: Write `appProtocol: https`
          APP_PROTOCOL     | 10.20.0.10  | 1.27 | a:1=postgresql           | ports[0].appProtocol: Write `appProtocol: tcp`
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443                 | ports[0].port: Write `port: 80` and `targetPort: 443`, or write `name: tls` if the workload itself encrypts the traffic
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443 http-a:80       | ports[0].port: Write `port: 8080` and `targetPort: 443`, or write `name: tls` if the workload itself encrypts the traffic
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443 http-a:80 http-b:8080 http-c:8081 | ports[0].port: Write `port: 8082` and `targetPort: 443`, or write `name: tls` if the workload itself encrypts the traffic
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443>8443            | ports[0].port: Write `port: 80` and `targetPort: 8443`, or write `name: tls` if the workload itself encrypts the traffic
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | web:443=http             | ports[0].port: Write `port: 80` and `targetPort: 443`, or write `appProtocol: tls` if the workload itself encrypts the traffic
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:5432                | ports[0].port: Write `port: 80` and `targetPort: 5432`, or write `name: tcp-postgres` if the port does not carry HTTP
          HTTP_ON_TLS_PORT | 10.20.0.10  | 1.27 | http:443!SIMPLE          | ports[0].port: Write `port: 80` and `targetPort: 443`
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
