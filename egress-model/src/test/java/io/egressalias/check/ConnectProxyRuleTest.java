package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectProxyRuleTest {

  private static EgressAlias.Builder alias(String target, String port) {
    return Given.alias(target).addAllPorts(Given.ports(port)).tls(Given.tls("DISABLE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target         | platform      | port                     | codes
          10.20.0.10       | 1.27          | http-proxy:3128          | EGA0410
          10.20.0.10       | 1.27          | http-proxy:8000          | EGA0410
          10.20.0.10       | 1.27          | http-forward-proxy:8000  | EGA0410
          10.20.0.10       | 1.27          | http-squid:8000          | EGA0410
          10.20.0.10       | 1.27          | http:3128                | EGA0410
          10.20.0.10       | 1.27          | http:80>3128             | EGA0410
          10.20.0.10       | 1.27          | http:8888                | EGA0410
          10.20.0.10       | 1.27          | web:8000=http_proxy      | EGA0410
          10.20.0.10       | 1.27          | proxy:8000=http          | EGA0410
          10.20.0.10       | 1.27          | tcp-proxy:3128           | ''
          10.20.0.10       | 1.27          | tcp:3128                 | ''
          10.20.0.10       | 1.27          | http-config:8888         | ''
          10.20.0.10       | 1.27          | http-api:3128            | ''
          10.20.0.10       | 1.27          | http-oauth2-proxy:8000   | ''
          10.20.0.10       | 1.27          | http:8000                | ''
          10.20.0.10       | 1.27          | grpc-proxy:8000          | ''
          10.20.0.10       | none          | http-proxy:3128          | ''
          pods             | none          | http-proxy:3128!DISABLE  | EGA0707 EGA0707
          # an external name in the direct form has no listener since 1.21
          squid.example.com| 1.27          | http-proxy:3128          | ''
          squid.example.com| 1.20          | http-proxy:3128          | EGA0410
          squid.example.com| undeclared    | http-proxy:3128          | EGA0410
          squid.example.com| registry-only | http-proxy:3128          | EGA0410
          """)
  void httpPortOfAProxyIsAWarning(String target, String platform, String port, String codes) {
    assertEquals(codes, Given.codes(alias(target, port), Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http-proxy:3128                | Write `name: tcp-proxy`, or write `name: http-api` if clients send no `CONNECT` to this server
          http:3128                      | Write `name: tcp-proxy`, or write `name: http-api` if clients send no `CONNECT` to this server
          http-squid:3128 tcp-squid:3129 | Write `name: tcp-squid-3128`, or write `name: http-api` if clients send no `CONNECT` to this server
          proxy:3128=http                | Write `name: tcp-proxy` and `appProtocol: tcp`, or write `name: http-api` and `appProtocol: http` if clients send no `CONNECT` to this server
          """)
  void remedyIsTcp(String ports, String remedy) {
    assertEquals(
        "ports[0]: " + remedy,
        Given.remedy(Rule.CONNECT_PROXY, alias("10.20.0.10", ports), Given.MESH));
  }
}
