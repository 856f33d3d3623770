package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.WorkloadSelector;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the ports to which TLS applies, declared on the alias or on the port. */
final class TlsRulesTest {

  private static EgressAlias.Builder alias(String target, String ports, String tls) {
    EgressAlias.Builder alias = Given.alias(target).addAllPorts(Given.ports(ports));
    return tls.equals("-") ? alias : alias.tls(Given.tls(tls));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target    | platform   | tls     | ports                                      | codes
          httpbin.org | 1.27       | -       | http:80                                    | EGA0708
          httpbin.org | 1.27       | -       | http:80 http-b:81                          | EGA0708 EGA0708
          httpbin.org | 1.27       | -       | http:80!DISABLE                            | ''
          httpbin.org | 1.27       | -       | tls:443                                    | ''
          httpbin.org | 1.27       | -       | https:443                                  | ''
          httpbin.org | 1.27       | -       | web:443=tls                                | ''
          httpbin.org | 1.27       | -       | web:80=http                                | EGA0708
          httpbin.org | 1.27       | -       | udp-dns:53/UDP                             | ''
          # a detected protocol
          httpbin.org | 1.27       | -       | web:80                                     | EGA0708
          httpbin.org | 1.27       | -       | :80                                        | EGA0708
          httpbin.org | 1.27       | DISABLE | :80                                        | ''
          httpbin.org | 1.27       | -       | ldaps:636                                  | ''
          httpbin.org | 1.27       | -       | :636                                       | ''
          httpbin.org | 1.27       | -       | kafka-ssl:9093                             | ''
          httpbin.org | 1.27       | -       | web:8080=wss                               | ''
          httpbin.org | 1.27       | -       | web:8080=websocket                         | EGA0708
          httpbin.org | registry-only | -    | web:80                                     | EGA0401
          10.20.0.10  | 1.27       | -       | :5432                                      | EGA0303 EGA0708
          pods        | 1.27       | -       | :80                                        | EGA0303
          httpbin.org | none       | -       | http:80                                    | ''
          pods        | 1.27       | -       | http:80                                    | ''
          httpbin.org | 1.27       | DISABLE | http:80                                    | ''
          # originated
          httpbin.org | 1.27       | SIMPLE  | http:80>443                                | ''
          httpbin.org | 1.27       | MUTUAL  | http:80>443                                | EGA0721
          httpbin.org | 1.27       | SIMPLE  | http:80                                    | EGA0715
          httpbin.org | 1.27       | SIMPLE  | http:80>80                                 | ''
          httpbin.org | 1.27       | SIMPLE  | http:8080                                  | ''
          httpbin.org | 1.27       | SIMPLE  | tls:443                                    | EGA0701
          httpbin.org | 1.27       | SIMPLE  | https:8443                                 | EGA0701
          httpbin.org | 1.27       | SIMPLE  | web:8080=https                             | EGA0701
          httpbin.org | 1.27       | SIMPLE  | tls:443!DISABLE                            | ''
          httpbin.org | 1.27       | SIMPLE  | http:80>443 tls:443                        | EGA0701
          httpbin.org | 1.27       | SIMPLE  | http:80>443 tls:443!DISABLE                | ''
          httpbin.org | 1.27       | DISABLE | http:80>443!SIMPLE tls:443                 | ''
          # UDP and SCTP
          10.20.0.10  | 1.27       | SIMPLE  | udp-log:514/UDP                            | EGA0710
          10.20.0.10  | 1.27       | SIMPLE  | tcp-log:514/SCTP                           | EGA0710
          10.20.0.10  | 1.27       | SIMPLE  | tcp-log:6514 udp-log:514/UDP               | EGA0710
          10.20.0.10  | 1.27       | SIMPLE  | tcp-log:6514 udp-log:514/UDP!DISABLE       | EGA0810
          10.20.0.10  | 1.27       | DISABLE | udp-log:514/UDP                            | ''
          # without a mesh
          httpbin.org | none       | DISABLE | http:80                                    | ''
          httpbin.org | none       | SIMPLE  | http:80                                    | EGA0805
          httpbin.org | none       | MUTUAL  | http:80!SIMPLE                             | EGA0805 EGA0805
          # pods
          pods        | 1.27       | DISABLE | http:80                                    | EGA0707
          pods        | none       | DISABLE | http:80                                    | EGA0707
          pods        | 1.27       | SIMPLE  | http:80!DISABLE                            | EGA0707 EGA0707
          # releases
          httpbin.org | 1.12       | SIMPLE  | http:80>443                                | EGA0807
          httpbin.org | 1.13       | SIMPLE  | http:80>443                                | ''
          httpbin.org | undeclared | SIMPLE  | http:80>443                                | ''
          """)
  void areHeldAgainstProtocolAndPlatform(
      String target, String platform, String tls, String ports, String codes) {
    assertEquals(codes, Given.codes(alias(target, ports, tls), Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DOUBLE_TLS       | SIMPLE  | tls:443                              | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: http`, `port: 80` and `targetPort: 443` if the workload sends unencrypted HTTP
          DOUBLE_TLS       | -       | tls:8443!SIMPLE                      | ports[0].tls.mode: Write `mode: DISABLE`, or write `name: http`, `port: 80` and `targetPort: 8443` if the workload sends unencrypted HTTP
          DOUBLE_TLS       | SIMPLE  | http:80>443 tls:443                  | ports[1]: Add `tls: {mode: DISABLE}` to this port, or write `name: http-443`, `port: 8080` and `targetPort: 443` if the workload sends unencrypted HTTP
          DOUBLE_TLS       | SIMPLE  | web:8080=https                       | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: http`, `appProtocol: http`, `port: 80` and `targetPort: 8080` if the workload sends unencrypted HTTP
          DOUBLE_TLS       | SIMPLE  | tls-mongo:27017                      | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: mongo` if the workload sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | tls-kafka:9093                       | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: tcp-kafka` if the workload sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | tls:9093                             | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: tcp-9093` if the workload sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | kafka:9093=tls                       | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: tcp-kafka` and `appProtocol: tcp` if the workload sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | tls-postgres:5432                    | ports[0]: Add `tls: {mode: DISABLE}` to this port
          DOUBLE_TLS       | SIMPLE  | tls-ldaps:636                        | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: tcp-ldap` if the workload sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | tcp-ldaps:636                        | ports[0]: Add `tls: {mode: DISABLE}` to this port if the workload itself encrypts the traffic, or write `name: tcp-ldap` if it sends unencrypted traffic
          DOUBLE_TLS       | SIMPLE  | tcp-ldaps:1636                       | ports[0]: Add `tls: {mode: DISABLE}` to this port if the workload itself encrypts the traffic, or write `name: tcp-1636` if it sends unencrypted traffic
          DOUBLE_TLS       | -       | redis-tls:6380!SIMPLE                | ports[0].tls.mode: Write `mode: DISABLE` if the workload itself encrypts the traffic, or write `name: redis` if it sends unencrypted traffic
          TLS_OF_DATAGRAMS | SIMPLE  | udp-log:514/UDP                      | ports[0]: Add `tls: {mode: DISABLE}` to this port
          TLS_OF_DATAGRAMS | -       | udp-log:514/UDP!SIMPLE               | ports[0].tls.mode: Write `mode: DISABLE`
          TLS_OF_DATAGRAMS | SIMPLE  | tcp-log:6514 udp-log:514/UDP         | ports[1]: Move the port to another alias with `tls: {mode: DISABLE}`
          PROTOCOL_UNKNOWN | SIMPLE  | ldaps:636                            | ports[0].name: Write `name: tcp-ldap`
          STARTTLS         | SIMPLE  | tcp-postgres:5432                    | ports[0]: Add `tls: {mode: DISABLE}` to this port and let the client request TLS, or write `name: tcp-db` if this server starts with TLS
          STARTTLS         | -       | mysql:3306!SIMPLE                    | ports[0].tls.mode: Write `mode: DISABLE` and let the client request TLS, or write `name: tcp-db` if this server starts with TLS
          STARTTLS         | SIMPLE  | db:3306=mysql                        | ports[0]: Add `tls: {mode: DISABLE}` to this port and let the client request TLS, or write `name: tcp-db` and `appProtocol: tcp` if this server starts with TLS
          STARTTLS         | SIMPLE  | tcp-smtp:587                         | ports[0]: Add `tls: {mode: DISABLE}` to this port and let the client request TLS, or write `name: tcp-mail` if this server starts with TLS
          STARTTLS         | SIMPLE  | tcp-ssh:22                           | ports[0]: Add `tls: {mode: DISABLE}` to this port, or write `name: tcp-tunnel` if this server starts with TLS
          TLS_LEFT_OPEN    | -       | http:80                              | ports[0]: Declare `tls: {mode: DISABLE}` if unencrypted traffic is intended, or if the workload itself encrypts the traffic, or declare `tls: {mode: SIMPLE, sni: api.example.com}` to encrypt the traffic
          TLS_LEFT_OPEN    | -       | tcp-postgres:5432                    | ports[0]: Declare `tls: {mode: DISABLE}` if unencrypted traffic is intended, or if the client requests TLS from the server
          CLEAR_TEXT       | DISABLE | http:80                              | tls.mode: Write `mode: SIMPLE` and `sni: api.example.com` if the server accepts TLS and the workload does not use it
          CLEAR_TEXT       | DISABLE | tls:443 http:80                      | ports[1]: Declare `tls: {mode: SIMPLE, sni: api.example.com}` if the server accepts TLS and the workload does not use it
          CLEAR_TEXT       | -       | tls:443 http:80!DISABLE              | ports[1].tls.mode: Write `mode: SIMPLE` and `sni: api.example.com` if the server accepts TLS and the workload does not use it
          CLEAR_TEXT       | DISABLE | mysql:3306                           | tls.mode: Keep `tls: {mode: DISABLE}`, and let the client request TLS
          CLEAR_TEXT       | DISABLE | tcp-ldaps:636                        | tls.mode: Keep `tls: {mode: DISABLE}`, or write `name: tls-ldaps` if the workload itself encrypts the traffic
          CLEAR_TEXT       | DISABLE | udp-dns:53/UDP tcp-dns:53            | ports[1]: Keep `tls: {mode: DISABLE}`, and let the workload encrypt the traffic if the server accepts TLS
          TLS_LEFT_OPEN    | -       | udp-dns:53/UDP tcp-dns:53            | ports[1]: Declare `tls: {mode: DISABLE}` if unencrypted traffic is intended, or if the workload itself encrypts the traffic
          TLS_LEFT_OPEN    | -       | tcp-kafka-ssl:9093                   | ports[0]: Write `name: tls-kafka` if the workload itself encrypts the traffic, or declare `tls: {mode: DISABLE}` if unencrypted traffic is intended
          """)
  void remedyNamesTheTlsToWrite(Rule rule, String tls, String ports, String remedy) {
    assertEquals(remedy, Given.remedy(rule, alias("10.20.0.10", ports, tls), Given.MESH));
  }

  /** Pods of the mesh have sidecars of their own, which do this already. */
  @Test
  void tlsOfASelectorTargetIsRefused() {
    EgressAlias.Builder alias =
        alias("pods", "http:80", "-")
            .authority("api.example.com")
            .workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    assertEquals(
        "authority: Remove `authority`\nworkloadSelector: Remove `workloadSelector`",
        Given.remedy(Rule.TLS_OF_SELECTOR, alias, Given.MESH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql:3306", "mysql-orders:3306", "tcp-mysql:3306", "tcp-mariadb:3306",
            "tcp-postgres:5432",
        "tcp-postgresql:5432", "tcp-pgsql:5432", "tcp-pg:5432", "tcp-orders-pg:5432",
            "tcp-mssql:1433",
        "tcp-sqlserver:1433", "tcp-tds:1433", "tcp-smtp:25", "tcp-imap:143", "tcp-pop3:110",
        "tcp-ftp:21", "tcp-ldap:389", "tcp-xmpp:5222", "db:3306=mysql", "tcp-ssh:2222",
        "tcp-sftp:22", "tcp-22:22", "tcp-25:25", "tcp:1025>25=tcp"
      })
  void originationToAStarttlsServerIsRefused(String port) {
    assertEquals("EGA0719", Given.codes(alias("10.20.0.10", port, "SIMPLE"), Given.MESH));
    assertEquals("", Given.codes(alias("10.20.0.10", port, "DISABLE"), Given.MESH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-db:5432",
        "tcp-page:9000",
        "tcp-ldap:636",
        "tcp-smtp:465",
        "tcp-mail:587",
        "tcp-tunnel:22",
        "http-smtp:8025",
        "redis:6379",
        "mongo:27017",
        "tcp-mypg2:5432"
      })
  void originationToAServerThatStartsWithTlsIsAccepted(String port) {
    assertEquals("", Given.codes(alias("10.20.0.10", port, "SIMPLE"), Given.MESH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-ldaps:636",
        "tcp-amqps:5671",
        "tcp-mqtts:8883",
        "tcp-smtps:465",
        "tcp-imaps:993",
        "tcp-pop3s:995",
        "tcp-kafka-ssl:9093",
        "redis-tls:6380",
        "tcp-https:443",
        "ldaps:636=tcp"
      })
  void originationOnAPortNamedAfterTlsIsAWarning(String port) {
    assertEquals("EGA0701", Given.codes(alias("10.20.0.10", port, "SIMPLE"), Given.MESH));
    assertEquals("", Given.codes(alias("10.20.0.10", port, "DISABLE"), Given.MESH));
    assertEquals("EGA0708", Given.codes(alias("10.20.0.10", port, "-"), Given.MESH));
  }

  /** SSH encrypts its traffic itself, so nothing has to be decided. */
  @Test
  void sshNeedsNoDeclarationOfTls() {
    assertEquals("", Given.codes(alias("10.20.0.10", "tcp-ssh:22", "-"), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http:80                 | Declare `tls: {mode: SIMPLE}` to originate TLS, or keep the declaration as it is
          tls:443                 | Keep the declaration as it is, because no DestinationRule is needed
          tcp-smtp:587            | Keep the declaration as it is, because no DestinationRule is needed
          mysql:3306              | Keep the declaration as it is, because no DestinationRule is needed
          tcp-postgres:5432       | Keep the declaration as it is, because no DestinationRule is needed
          udp-dns:53/UDP          | Keep the declaration as it is, because no DestinationRule is needed
          http:80 tls:443         | Keep the declaration as it is, because no DestinationRule is needed
          """)
  void originationIsAdvisedWhereItIsAccepted(String ports, String remedy) {
    assertEquals(
        "externalName: " + remedy,
        Given.remedy(Rule.RULE_WITHOUT_EFFECT, alias("httpbin.org", ports, "DISABLE"), Given.MESH));
  }
}
