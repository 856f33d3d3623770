package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Mutual;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Simple;
import io.egressalias.model.WorkloadSelector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests names, certificates and credentials of originated TLS. */
final class OriginationRulesTest {

  private static EgressAlias.Builder alias(String target) {
    return Given.alias(target).addPorts(Given.port("http:80>443"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.10, '', EGA0702",
    "httpbin.org, '', ''",
    "10.20.0.10, api.example.com, ''",
    "httpbin.org, localhost, ''",
    "httpbin.org, API.example.com, EGA0711",
    "httpbin.org, api.example.com., EGA0711",
    "httpbin.org, *.example.com, EGA0711",
    "httpbin.org, 10.20.0.10, EGA0711",
    "httpbin.org, 2001:db8::1, EGA0711",
    "httpbin.org, api.example.com:443, EGA0711",
    "httpbin.org, https://api.example.com, EGA0711",
    "httpbin.org, a_b.example.com, EGA0711"
  })
  void sniMustBeAHost(String target, String sni, String codes) {
    Simple.Builder tls = Simple.builder();
    if (!sni.isEmpty()) {
      tls.sni(sni);
    }
    assertEquals(codes, Given.codes(alias(target).tls(tls.build()), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          API.example.com         | Write `sni: api.example.com`
          api.example.com.        | Write `sni: api.example.com`
          api.example.com:443     | Write `sni: api.example.com`
          https://api.example.com | Write `sni: api.example.com`
          *.example.com           | Write the name of one host, such as `sni: httpbin.org`
          10.20.0.10              | Write the name of one host, such as `sni: httpbin.org`
          """)
  void remedyForSniNamesTheValueToWrite(String sni, String remedy) {
    EgressAlias.Builder alias = alias("httpbin.org").tls(Simple.builder().sni(sni).build());
    assertEquals("tls.sni: " + remedy, Given.remedy(Rule.SNI, alias, Given.MESH));
  }

  /** {@code x*64} is 64 times {@code x}. */
  private static String written(String text) {
    int star = text.indexOf("x*");
    return star < 0 ? text : "x".repeat(Integer.parseInt(text.substring(star + 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | the name is empty
          x*254                   | the name has 254 characters, and 253 are allowed
          10.20.0.10              | an IP address is not a DNS name
          https://api.example.com | a scheme, port or path is not allowed
          *.example.com           | a wildcard is not allowed
          a_b.example.com         | `_` is not allowed
          API.example.com         | uppercase letters are not allowed
          api.example.com.        | a dot at the end is not allowed
          api..example.com        | a part between dots is empty
          x*64                    | a part has 64 characters, and 63 are allowed
          api.example.123         | the last part must not be a number
          -api.example.com        | only letters, digits and `-` are allowed, without `-` at the start or end of a part
          """)
  void messageForSniSaysWhyItIsNotAHost(String sni, String why) {
    EgressAlias.Builder alias =
        alias("httpbin.org").tls(Simple.builder().sni(written(sni)).build());
    assertEquals(
        List.of(why),
        Checks.check(alias.build(), Given.MESH).stream()
            .filter(d -> d.rule() == Rule.SNI)
            .map(d -> d.message().replaceFirst("(?s).*`: ", ""))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, ''",
    "10.20.0.10, ''",
    "fd00::1, ''",
    "FD00::1, EGA0712",
    "010.20.0.10, EGA0712",
    "spiffe://cluster.local/ns/shop/sa/api, ''",
    "*.example.com, EGA0712",
    "spiffe://*, EGA0712",
    "a+b.c-0z9://x, ''",
    "a://, EGA0712",
    "://a, EGA0712",
    "A://a, EGA0712",
    "1a://a, EGA0712",
    "aB://a, EGA0712",
    "a_b://a, EGA0712",
    "a://b c, EGA0712",
    "spiffe://\ud83d\ude00, ''",
    "spiffe://\ud83d, EGA0712",
    "API.example.com, EGA0712",
    "api.example.com., EGA0712",
    "'', EGA0712",
    "api.example.com:443, EGA0712"
  })
  void subjectAltNamesMustBeCompleteNames(String name, String codes) {
    Simple tls =
        Simple.builder().addSubjectAltNames("api.example.com").addSubjectAltNames(name).build();
    assertEquals(codes, Given.codes(alias("httpbin.org").tls(tls), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "system, ''",
    "/etc/certs/ca.pem, ''",
    "/ca, ''",
    "/\ud83d\ude00, ''",
    "/\ude00, EGA0706",
    "certs/ca.pem, EGA0706",
    "./ca.pem, EGA0706",
    "/etc/certs/, EGA0706",
    "/etc/\u0007/ca.pem, EGA0706",
    "'', EGA0706",
    "System, EGA0706",
    "file:///ca.pem, EGA0706"
  })
  void caCertificatesMustBeAnAbsolutePath(String path, String codes) {
    Simple tls = Simple.builder().caCertificates(path).build();
    EgressAlias.Builder alias =
        alias("httpbin.org").tls(tls).workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  /** The proxy of Istio reads a relative path in the root directory. */
  @ParameterizedTest
  @CsvSource({
    "certs/ca.pem, WARNING",
    "ca.pem, WARNING",
    "./ca.pem, WARNING",
    "certs/, ERROR",
    "'', ERROR",
    "System, ERROR",
    "file:///ca.pem, ERROR"
  })
  void relativePathIsAWarning(String path, Severity severity) {
    Simple tls = Simple.builder().caCertificates(path).build();
    assertEquals(
        List.of(severity),
        Checks.check(alias("httpbin.org").tls(tls).build(), Given.MESH).stream()
            .filter(found -> found.rule() == Rule.CERTIFICATE_PATH)
            .map(Diagnostic::severity)
            .toList());
  }

  @Test
  void eachFindingHasItsOwnPlace() {
    Mutual tls =
        Mutual.builder()
            .addSubjectAltNames("api.example.com")
            .addSubjectAltNames("*.example.com")
            .clientCertificate("client/")
            .privateKey("key/")
            .caCertificates("ca/")
            .build();
    assertEquals(
        List.of(
            "tls.subjectAltNames[1]",
            "tls.caCertificates",
            "tls.clientCertificate",
            "tls.privateKey"),
        Checks.check(alias("httpbin.org").tls(tls).build(), Given.MESH).stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(d -> d.path().toString().replace("spec.aliases[0].", ""))
            .toList());
  }

  /** c: client certificate, k: key, a: authorities, s: Secret, w: workload selector. */
  @ParameterizedTest
  @CsvSource({
    "'', EGA0705",
    "c, EGA0705 EGA0721",
    "k, EGA0705",
    "ck, EGA0721",
    "cka, EGA0721",
    "a, EGA0705 EGA0721",
    "sw, ''",
    "s, EGA0703",
    "saw, EGA0704",
    "scw, EGA0704",
    "sckw, EGA0704",
    "sck, EGA0703 EGA0704",
    "ckw, ''",
    "ckaw, ''"
  })
  void clientCertificateComesFromFilesOrASecret(String has, String codes) {
    Mutual.Builder tls = Mutual.builder();
    if (has.contains("c")) {
      tls.clientCertificate("/etc/certs/client.pem");
    }
    if (has.contains("k")) {
      tls.privateKey("/etc/certs/client-key.pem");
    }
    if (has.contains("a")) {
      tls.caCertificates("/etc/certs/ca.pem");
    }
    if (has.contains("s")) {
      tls.credentialName("payments-client");
    }
    EgressAlias.Builder alias = alias("httpbin.org").tls(tls.build());
    if (has.contains("w")) {
      alias.workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    }
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c | tls.privateKey: Add `privateKey: /etc/certs/client-key.pem`
          k | tls.clientCertificate: Add `clientCertificate: /etc/certs/client.pem`
          - | tls.mode: Add `clientCertificate: /etc/certs/client.pem` and `privateKey: /etc/certs/client-key.pem`, or add `credentialName: client-credential` and `workloadSelector: {matchLabels: {app: curl}}` to use a Secret
          """)
  void missingFieldsAreNamed(String has, String remedy) {
    Mutual.Builder tls = Mutual.builder();
    if (has.equals("c")) {
      tls.clientCertificate("/etc/certs/client.pem");
    } else if (has.equals("k")) {
      tls.privateKey("/etc/certs/client-key.pem");
    }
    EgressAlias.Builder alias = alias("httpbin.org").tls(tls.build());
    assertEquals(remedy, Given.remedy(Rule.CLIENT_CERTIFICATE_MISSING, alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          payments-client            | ''      | ''
          payments.client.v2         | ''      | ''
          Payments_Client            | EGA0716 | Write the name alone, such as `credentialName: payments-client`
          shop/payments-client       | EGA0716 | Write the name alone, such as `credentialName: payments-client`
          kubernetes://shop/payments | EGA0716 | Write the name alone, such as `credentialName: payments`
          ''                         | EGA0716 | Write the name alone, such as `credentialName: client-credential`
          """)
  void credentialNameMustNameASecret(String name, String codes, String remedy) {
    EgressAlias.Builder alias =
        alias("httpbin.org")
            .tls(Simple.builder().credentialName(name).build())
            .workloadSelector(new WorkloadSelector(Map.of("app", "curl")));
    assertEquals(codes, Given.codes(alias, Given.MESH));
    assertEquals(
        remedy.isEmpty() ? "" : "tls.credentialName: " + remedy,
        Given.remedy(Rule.CREDENTIAL_NAME, alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # release  | alias  | port   | codes
          1.27       | CA     | -      | EGA0721
          1.27       | MUTUAL | -      | EGA0721
          1.27       | -      | CA     | EGA0721
          1.27       | CA     | MUTUAL | EGA0721
          1.27       | MUTUAL | SIMPLE | ''
          1.27       | SIMPLE | -      | ''
          1.13       | CA     | -      | EGA0721
          undeclared | CA     | -      | EGA0721
          none       | CA     | -      | EGA0308 EGA0805
          """)
  void filesWithoutSelectorAreAWarning(String platform, String common, String own, String codes) {
    EgressAlias.Builder alias = Given.alias("httpbin.org");
    ServicePort.Builder port = Given.port("http:80>443").toBuilder();
    if (!own.equals("-")) {
      port.tls(tls(own));
    }
    if (!common.equals("-")) {
      alias.tls(tls(common));
    }
    assertEquals(codes, Given.codes(alias.addPorts(port.build()), Given.platform(platform)));
  }

  private static ClientTls tls(String word) {
    return word.equals("CA")
        ? Simple.builder().caCertificates("/etc/certs/ca.pem").build()
        : Given.tls(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.27 | CA     | tls.caCertificates: Add `workloadSelector: {matchLabels: {app: curl}}`, with the labels of the pods that have the files, or write `caCertificates: system` if a public authority issued the certificate of the server
          1.27 | MUTUAL | tls.clientCertificate: Add `workloadSelector: {matchLabels: {app: curl}}`, with the labels of the pods that have the files
          1.13 | CA     | tls.caCertificates: Keep the declaration as it is if every pod with a sidecar has the files, or write `caCertificates: system` if a public authority issued the certificate of the server
          1.13 | MUTUAL | tls.clientCertificate: Keep the declaration as it is if every pod with a sidecar has the files
          """)
  void remedyForFilesDependsOnTheRelease(String platform, String tls, String remedy) {
    assertEquals(
        remedy,
        Given.remedy(
            Rule.CERTIFICATE_FILES_OF_EVERY_SIDECAR,
            alias("httpbin.org").tls(tls(tls)),
            Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.27 | SIMPLE | Add `workloadSelector: {matchLabels: {app: curl}}` to the alias, with the labels of the pods that may use the alias
          1.13 | SIMPLE | Remove `credentialName` and add `caCertificates: /etc/certs/ca.pem`
          1.13 | MUTUAL | Remove `credentialName` and add `clientCertificate: /etc/certs/client.pem` and `privateKey: /etc/certs/client-key.pem`
          """)
  void remedyForASecretWithoutSelectorDependsOnTheRelease(
      String platform, String mode, String remedy) {
    ClientTls tls =
        mode.equals("SIMPLE")
            ? Simple.builder().credentialName("payments").build()
            : Mutual.builder().credentialName("payments").build();
    assertEquals(
        "tls.credentialName: " + remedy,
        Given.remedy(
            Rule.CREDENTIAL_WITHOUT_SELECTOR,
            alias("httpbin.org").tls(tls),
            Given.platform(platform)));
  }
}
