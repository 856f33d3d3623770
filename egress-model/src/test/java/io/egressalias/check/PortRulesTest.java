package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests numbers and names of ports, for every kind of target and platform. */
final class PortRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target     | platform      | ports                             | codes
          10.20.0.10   | 1.27          | tls:1                             | ''
          10.20.0.10   | 1.27          | tls:65535                         | ''
          10.20.0.10   | 1.27          | tls:0                             | EGA0301
          10.20.0.10   | 1.27          | tls:65536                         | EGA0301
          10.20.0.10   | 1.27          | tls:-1                            | EGA0301
          10.20.0.10   | 1.27          | tls:443>1                         | ''
          10.20.0.10   | 1.27          | tls:443>65535                     | ''
          10.20.0.10   | 1.27          | tls:443>0                         | EGA0307
          10.20.0.10   | 1.27          | tls:443>65536                     | EGA0307
          10.20.0.10   | 1.27          | tls:443>https                     | EGA0308
          # no ports
          10.20.0.10   | 1.27          | ''                                | EGA0309
          10.20.0.10   | none          | ''                                | EGA0309
          headless     | 1.27          | ''                                | EGA0309
          headless     | none          | ''                                | ''
          pods         | 1.27          | ''                                | EGA0309
          httpbin.org  | 1.27          | ''                                | ''
          httpbin.org  | 1.21          | ''                                | ''
          httpbin.org  | 1.20          | ''                                | ''
          httpbin.org  | none          | ''                                | ''
          httpbin.org  | undeclared    | ''                                | ''
          httpbin.org  | registry-only | ''                                | EGA0309
          # names
          10.20.0.10   | 1.27          | :443                              | EGA0303
          10.20.0.10   | none          | :443                              | ''
          10.20.0.10   | none          | :443 :80                          | EGA0303 EGA0303
          10.20.0.10   | none          | a:443 :80                         | EGA0303
          10.20.0.10   | none          | anything:443                      | ''
          10.20.0.10   | 1.27          | tls:443 tls:8443                  | EGA0304
          10.20.0.10   | 1.27          | tls:443 https:443                 | EGA0305
          10.20.0.10   | 1.27          | tls:443 tls:443                   | EGA0305
          10.20.0.10   | 1.27          | tls:443 tls:443 tls:443           | EGA0305 EGA0305
          10.20.0.10   | 1.27          | tls:443 udp-quic:443/UDP          | ''
          # ports of the sidecar itself
          httpbin.org  | 1.27          | http:15001!DISABLE                | EGA0312
          httpbin.org  | 1.27          | http:15006!DISABLE                | EGA0312
          httpbin.org  | 1.27          | http:15021!DISABLE                | EGA0312
          httpbin.org  | 1.27          | http:15090!DISABLE                | EGA0312
          httpbin.org  | 1.27          | tls:15001                         | EGA0312
          httpbin.org  | undeclared    | tls:15001                         | EGA0312
          httpbin.org  | none          | tls:15001                         | ''
          httpbin.org  | 1.27          | udp:15001/UDP                     | ''
          httpbin.org  | 1.27          | http:15001>443!SIMPLE             | EGA0312
          httpbin.org  | 1.27          | grpc:15021>443!SIMPLE             | EGA0312
          httpbin.org  | 1.27          | tcp-a:15001>443!SIMPLE            | ''
          httpbin.org  | 1.27          | http:80>15001!SIMPLE              | ''
          httpbin.org  | registry-only | tls:15001                         | ''
          10.20.0.10   | 1.27          | http:15001>80!DISABLE             | EGA0312
          10.20.0.10   | 1.27          | tls:15001                         | ''
          10.20.0.10   | 1.27          | http:80>15001!DISABLE             | ''
          10.20.0.10   | none          | http:15001                        | ''
          pods         | 1.27          | http:15006                        | EGA0312
          httpbin.org  | 1.27          | http:15000!DISABLE http-b:15004!DISABLE | ''
          httpbin.org  | 1.27          | http:15008!DISABLE http-b:15020!DISABLE | ''
          httpbin.org  | 1.27          | http:15053!DISABLE http-b:15443!DISABLE | ''
          # a target port that means nothing
          httpbin.org  | 1.27          | tls:443>443                       | ''
          httpbin.org  | 1.27          | tls:443>8443                      | ''
          httpbin.org  | undeclared    | tls:443>8443                      | ''
          httpbin.org  | 1.21          | tls:443>https                     | EGA0308
          httpbin.org  | 1.27          | udp-a:53>5353/UDP                 | EGA0308
          httpbin.org  | none          | tls:443>8443                      | EGA0308
          httpbin.org  | 1.27          | http:80>443!SIMPLE                | ''
          httpbin.org  | registry-only | tls:443>8443                      | ''
          headless     | 1.27          | tls:443>443                       | ''
          headless     | 1.27          | tls:443>8443                      | EGA0308
          headless     | none          | tls:443>8443                      | EGA0308
          headless     | 1.27          | http:80>443!SIMPLE                | EGA0809
          pods         | 1.27          | tls:443>https                     | ''
          pods         | 1.27          | tls:443>a-port-of-15-ch           | ''
          pods         | 1.27          | tls:443>a-port-of-16-cha          | EGA0307
          pods         | 1.27          | tls:443>8-443                     | EGA0307
          pods         | 1.27          | tls:443>a--b                      | EGA0307
          pods         | 1.27          | tls:443>Https                     | EGA0307
          """)
  void areHeldAgainstTargetAndPlatform(String target, String platform, String ports, String codes) {
    EgressAlias.Builder alias = Given.alias(target).addAllPorts(Given.ports(ports));
    assertEquals(codes, Given.codes(alias, Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT_NAME_MISSING          | 10.20.0.10  | :80                 | ports[0].name: Add `name: http`
          PORT_NAME_MISSING          | 10.20.0.10  | :80 http:8080       | ports[0].name: Add `name: http-80`
          PORT_NAME_MISSING          | 10.20.0.10  | :80 tls:443         | ports[0].name: Add `name: http`
          PORT_NAME_MISSING          | 10.20.0.10  | :5432               | ports[0].name: Add `name: tcp-postgres`
          PORT_NAME_MISSING          | 10.20.0.10  | :9000               | ports[0].name: Add `name: tcp-9000`
          PORT_NAME_MISSING          | 10.20.0.10  | :53/UDP tls:443     | ports[0].name: Add `name: udp-53`
          PORT_NAME_MISSING          | 10.20.0.10  | :636                | ports[0].name: Add `name: tls`
          PORT_NAME_MISSING          | 10.20.0.10  | :443!SIMPLE         | ports[0].name: Add `name: http`
          PORT_RANGE                 | 10.20.0.10  | tls:0               | ports[0].port: Write the port that workloads call, such as `port: 443`
          PORT_RANGE                 | 10.20.0.10  | http:0              | ports[0].port: Write the port that workloads call, such as `port: 80`
          PORT_RANGE                 | 10.20.0.10  | http:0 grpc:80      | ports[0].port: Write the port that workloads call, such as `port: 8080`
          PORT_NAME                  | 10.20.0.10  | HTTP:80             | ports[0].name: Write a name such as `name: http`
          PORT_NAME                  | 10.20.0.10  | web_shop:80         | ports[0].name: Write a name such as `name: http-web-shop`
          PORT_NAME                  | 10.20.0.10  | Log_In:9000         | ports[0].name: Write a name such as `name: tcp-log-in`
          PORT_NAME                  | 10.20.0.10  | Log_In:9000/UDP     | ports[0].name: Write a name such as `name: log-in`
          PORT_NAME                  | 10.20.0.10  | ___:80              | ports[0].name: Write a name such as `name: http-port`
          PORT_NAME_TWICE            | 10.20.0.10  | tls:443 tls:8443    | ports[1].name: Write another name, such as `name: tls-8443`
          PORT_TWICE                 | 10.20.0.10  | tls:443 https:443   | ports[1].port: Write another number, such as `port: 8443`, or remove one of the two ports
          PORT_TWICE                 | 10.20.0.10  | tls:443 tls:443     | ports[1].port: Write another number and name, such as `port: 8443` and `name: tls-8443`, or remove one of the two ports
          TARGET_PORT_WITHOUT_EFFECT | 10.20.0.10  | tls:443>https       | ports[0].targetPort: Write the number of the port, such as `targetPort: 443`
          TARGET_PORT_WITHOUT_EFFECT | httpbin.org | udp-a:53>5353/UDP   | ports[0].targetPort: Write `port: 5353` for workloads to call, or use `endpoints` if the server has fixed addresses
          TARGET_PORT_WITHOUT_EFFECT | headless    | tls:443>8443        | ports[0].targetPort: Write `port: 8443` for workloads to call, or remove `clusterIP`
          """)
  void remedyNamesThePortToWrite(Rule rule, String target, String ports, String remedy) {
    EgressAlias.Builder alias = Given.alias(target).addAllPorts(Given.ports(ports));
    assertEquals(remedy, Given.remedy(rule, alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({"256, SIMPLE, ''", "257, SIMPLE, EGA0311", "257, DISABLE, ''"})
  void numberOfPortsIsLimited(int number, String tls, String codes) {
    String ports =
        IntStream.range(10_000, 10_000 + number)
            .mapToObj(i -> "tcp-%s:%s".formatted(i, i))
            .collect(Collectors.joining(" "));
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addAllPorts(Given.ports(ports)).tls(Given.tls(tls));
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }
}
