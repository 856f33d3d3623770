package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.Disable;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests well-formed and malformed hosts, and the suggested hosts. */
final class ExternalNameRulesTest {
  private static final String LABEL = "x".repeat(63);

  private static EgressAlias.Builder alias(String host) {
    return EgressAlias.builder().name("my-alias").namespace("shop").externalName(host);
  }

  /** {@code 63.example.com} starts with a label of that many characters. */
  private static String written(String host) {
    return switch (host) {
      case "63.example.com" -> LABEL + ".example.com";
      case "64.example.com" -> LABEL + "x.example.com";
      case "253" -> (LABEL + ".").repeat(3) + "x".repeat(57) + ".com";
      case "254" -> (LABEL + ".").repeat(3) + "x".repeat(58) + ".com";
      default -> host;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          httpbin.org                     | ''
          a.b                             | ''
          xn--bcher-kva.example           | ''
          1.example.com                   | ''
          3com.com                        | ''
          example.c0m                     | ''
          63.example.com                  | ''
          64.example.com                  | EGA0501
          253                             | ''
          254                             | EGA0501
          ''                              | EGA0501
          .                               | EGA0501
          .example.com                    | EGA0501
          example..com                    | EGA0501
          -a.example.com                  | EGA0501
          a-.example.com                  | EGA0501
          a_b.example.com                 | EGA0501
          *.example.com                   | EGA0501
          HTTPBin.org                     | EGA0501
          'a b.example.com'               | EGA0501
          example.123                     | EGA0501
          256.1.1.1                       | EGA0501
          httpbin.org.                    | EGA0502
          httpbin.org..                   | EGA0501
          1.2.3.4                         | EGA0503
          1.2.3.4.                        | EGA0503
          010.2.3.4                       | EGA0503
          2001:db8::1                     | EGA0503
          [2001:db8::1]                   | EGA0503
          ::ffff:1.2.3.4                  | EGA0503
          https://httpbin.org             | EGA0504
          httpbin.org:443                 | EGA0504
          httpbin.org/get                 | EGA0504
          ada:secret@httpbin.org          | EGA0504
          httpbin.org?x=y                 | EGA0504
          localhost                       | EGA0505
          postgres                        | EGA0505
          db.shop.svc.cluster.local       | ''
          db.shop.svc                     | ''
          my-alias.shop.svc.cluster.local | EGA0506
          my-alias.shop.svc               | EGA0506
          db.svc.cluster.local            | EGA0506
          db.svc                          | EGA0506
          web-0.web.shop.svc.cluster.local | ''
          cluster.local                   | ''
          x.cluster.local                 | ''
          db.data.svc.clusterset.local    | ''
          my-alias.shop.svc.clusterset.local | ''
          svc.clusterset.local            | ''
          db.shop.svc.cluster.local.      | EGA0502
          notcluster.local                | ''
          a.localhost                     | EGA0506
          a.b.egressalias.internal        | EGA0506
          egressalias.internal            | EGA0506
          db.shop.svc.cluster.example     | ''
          b\u00fccher.example             | EGA0507
          """)
  void areHosts(String host, String codes) {
    EgressAlias.Builder alias = alias(written(host));
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOST               | HTTPBin.org                | Write `externalName: httpbin.org`
          HOST               | a_b.example.com            | Write the name of one host, such as `externalName: httpbin.org`
          HOST               | *.example.com              | Write the name of one host, such as `externalName: httpbin.org`
          HOST               | ''                         | Write the name of one host, such as `externalName: httpbin.org`
          HOST               | ' httpbin.org '            | Write `externalName: httpbin.org`
          HOST_TRAILING_DOT  | httpbin.org.               | Write `externalName: httpbin.org`
          HOST_IS_ADDRESS    | 010.2.3.4                  | Replace `externalName` with `endpoints: [10.2.3.4]`
          HOST_IS_ADDRESS    | [2001:DB8::1]              | Replace `externalName` with `endpoints: [2001:db8::1]`
          HOST_IS_URL        | HTTPS://HttpBin.org/get    | Write `externalName: httpbin.org`
          HOST_IS_URL        | httpbin.org:8443           | Write `externalName: httpbin.org` and declare `port: 8443` in `ports`
          HOST_IS_URL        | https://a@b.example:8443/c | Write `externalName: b.example` and declare `port: 8443` in `ports`
          HOST_NOT_EXTERNAL  | postgres                   | Write the full name, such as `externalName: postgres.example.com`
          HOST_NOT_EXTERNAL  | localhost                  | Write the full name, such as `externalName: db.example.com`
          HOST_INTERNATIONAL | b\u00fccher.example        | Write `externalName: xn--bcher-kva.example`
          HOST_INTERNATIONAL | \u65e5\u672c.example       | Write `externalName: xn--wgv71a.example`
          """)
  void remedyNamesTheHostToWrite(Rule rule, String host, String remedy) {
    EgressAlias.Builder alias = alias(host);
    assertEquals("externalName: " + remedy, Given.remedy(rule, alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "httpbin.org., tls:443, WARNING",
    "httpbin.org., http:80>443!SIMPLE, ERROR",
    "httpbin.org., http:80>8080, ERROR",
    "db.data.svc.cluster.local., http:80, ERROR"
  })
  void aDotAtTheEndIsCarriedInTheDirectFormOnly(String host, String ports, Severity severity) {
    EgressAlias alias = alias(host).ports(Given.ports(ports)).tls(new Disable()).build();
    assertEquals(
        List.of(severity),
        Checks.check(alias, Given.MESH).stream()
            .filter(d -> d.rule() == Rule.HOST_TRAILING_DOT)
            .map(Diagnostic::severity)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "db.shop.svc.corp.example, ''",
    "my-alias.shop.svc.corp.example, EGA0506",
    "corp.example, ''",
    "db.shop.svc.cluster.local, ''",
    "acorp.example, ''"
  })
  void hostInTheClusterDomainIsReported(String host, String codes) {
    Platform platform =
        Platform.builder().istio(Given.MESH.istio()).clusterDomain("corp.example").build();
    assertEquals(codes, Given.codes(alias(host), platform));
  }

  /** Without a mesh only the rules of Kubernetes apply. */
  @ParameterizedTest
  @CsvSource({
    "httpbin.org., ''",
    "httpbin.org.., EGA0501",
    "HTTPBin.org., EGA0501",
    "1.2.3.4., EGA0503",
    "db, ''",
    "db., ''",
    "localhost, EGA0505",
    "localhost., EGA0505",
    "a.localhost, EGA0506",
    "a.b.egressalias.internal, EGA0506",
    "db.shop.svc.cluster.local, ''",
    "db.shop.svc.cluster.local., ''",
    "db.data.svc., ''",
    "10-0-0-1.data.pod.cluster.local, ''",
    "db.data.svc.clusterset.local, ''",
    "my-alias.shop.svc., EGA0506"
  })
  void namesAreAcceptedWithoutMeshAsInKubernetes(String host, String codes) {
    assertEquals(codes, Given.codes(alias(host), Given.platform("none")));
  }

  @ParameterizedTest
  @CsvSource({
    "cluster.local, ''",
    "local, ''",
    "Cluster.local, EGA0804",
    ".cluster.local, EGA0804",
    "cluster.local., EGA0804",
    "cluster_local, EGA0804",
    "'', EGA0804",
    "10.0.0.1, EGA0804"
  })
  void clusterDomainMustBeADnsName(String domain, String codes) {
    Platform platform = Platform.builder().istio(Given.MESH.istio()).clusterDomain(domain).build();
    assertEquals(codes, Given.codes(Given.alias("httpbin.org"), platform));
  }
}
