package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.WorkloadSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the fields that each form supports, the infos of each form, and the rules about sets. */
final class RoutedRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api.example.com             | http:80     | 1.27 | ''      | ''
          api.example.com:8443        | grpc:80     | 1.27 | ''      | ''
          10.20.0.10:80               | http:80     | 1.27 | ''      | ''
          localhost                   | http:80     | 1.27 | ''      | ''
          api.example.com:65535       | http:80     | 1.27 | ''      | ''
          api.example.com:65536       | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          api.example.com:0           | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          api.example.com:080         | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          api.example.com:            | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          https://b.example:65535/x   | http:80     | 1.27 | EGA0717 | Write `authority: b.example:65535` without scheme and path
          https://b.example:8443/x    | http:80     | 1.27 | EGA0717 | Write `authority: b.example:8443` without scheme and path
          B.Example/x                 | http:80     | 1.27 | EGA0717 | Write `authority: b.example` without scheme and path
          a_b.example                 | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          [fd00::1]:80                | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          ''                          | http:80     | 1.27 | EGA0717 | Write `authority: api.example.com` without scheme and path
          api.example.com             | tcp-a:9000  | 1.27 | EGA0717 | Remove `authority`, or rename the port to `http`, `http2` or `grpc`
          api.example.com             | tls:443     | 1.27 | EGA0717 | Remove `authority`, or rename the port to `http`, `http2` or `grpc`
          api.example.com             | web:80=http | 1.27 | ''      | ''
          api.example.com             | http:80     | none | EGA0805 | ''
          api.example.com             | http:80     | 1.12 | EGA0807 | ''
          """)
  void authorityMustBeAHostAndRequiresAnHttpPort(
      String authority, String ports, String istio, String codes, String remedy) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10")
            .addAllPorts(Given.ports(ports))
            .tls(Given.tls("DISABLE"))
            .authority(authority);
    assertEquals(codes, Given.codes(alias, Given.platform(istio)));
    assertEquals(
        remedy.isEmpty() ? "" : "authority: " + remedy,
        Given.remedy(Rule.AUTHORITY, alias, Given.platform(istio)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.10, 1.27, SIMPLE, app, curl, ''",
    "10.20.0.10, 1.27, DISABLE, app, curl, EGA0718",
    "10.20.0.10, none, DISABLE, app, curl, EGA0805",
    "pods, 1.27, '', app, curl, EGA0707",
    "httpbin.org, registry-only, DISABLE, app, curl, ''",
    "10.20.0.10, 1.27, SIMPLE, '', '', EGA0718",
    "10.20.0.10, 1.27, SIMPLE, 'a b', curl, EGA0203",
    "10.20.0.10, 1.27, SIMPLE, app, *, EGA0204",
    "10.20.0.10, 1.27, SIMPLE, kubernetes.io/service-name, curl, ''"
  })
  void workloadSelectorRequiresASidecar(
      String target, String platform, String tls, String key, String value, String codes) {
    EgressAlias.Builder alias =
        Given.alias(target)
            .addAllPorts(Given.ports("http:80>443".replace(tls.equals("SIMPLE") ? "" : ">443", "")))
            .workloadSelector(new WorkloadSelector(key.isEmpty() ? Map.of() : Map.of(key, value)));
    if (!tls.isEmpty()) {
      alias.tls(Given.tls(tls));
    }
    assertEquals(codes, Given.codes(alias, Given.platform(platform)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIMPLE  | 10.20.0.10 | Declare `tls: {mode: DISABLE}`, or declare a later release, such as `istio: "1.27"` in `spec.platform`
          DISABLE | 10.20.0.10 | Declare a later release, such as `istio: "1.27"` in `spec.platform`
          """)
  void routedFormIsRefusedOnOldReleases(String tls, String target, String remedy) {
    EgressAlias.Builder alias =
        Given.alias(target)
            .addPorts(Given.port("http:8080"))
            .tls(Given.tls(tls))
            .authority("api.example.com");
    String found = Given.remedy(Rule.ROUTED_RELEASE, alias, Given.platform("1.12"));
    assertEquals("spec.aliases[0]: " + remedy, found);
  }

  /** A port of an external name that is mapped needs the routed form as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ports                    | authority | place and remedy
          tls:443>8443               | -         | ports[0].targetPort: Write `port: 8443` for workloads to call, or declare a later release, such as `istio: "1.27"` in `spec.platform`
          tls:443 tcp-a:9000>9001    | -         | ports[1].targetPort: Write `port: 9001` for workloads to call, or declare a later release, such as `istio: "1.27"` in `spec.platform`
          http:80>443!SIMPLE         | -         | spec.aliases[0]: Declare a later release, such as `istio: "1.27"` in `spec.platform`
          http:8080!SIMPLE           | -         | spec.aliases[0]: Declare `tls: {mode: DISABLE}`, or declare a later release, such as `istio: "1.27"` in `spec.platform`
          http:80>8080!DISABLE       | b.example | spec.aliases[0]: Declare a later release, such as `istio: "1.27"` in `spec.platform`
          """)
  void mappedPortIsRefusedOnOldReleases(String ports, String authority, String remedy) {
    EgressAlias.Builder alias = Given.alias("httpbin.org").addAllPorts(Given.ports(ports));
    if (!authority.equals("-")) {
      alias.authority(authority);
    }
    assertEquals(remedy, Given.remedy(Rule.ROUTED_RELEASE, alias, Given.platform("1.12")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target    | istio | ports                          | authority | codes of all severities
          httpbin.org | 1.27  | http:80>443!SIMPLE             | -         | EGA0720
          10.20.0.10  | 1.27  | grpc:80>443!MUTUAL             | -         | EGA0720
          httpbin.org | 1.27  | http:80>443!SIMPLE             | b.example | EGA0722
          10.20.0.10  | 1.27  | http:8080!DISABLE              | b.example | EGA0722
          httpbin.org | 1.27  | http:8080!DISABLE              | -         | EGA0722
          httpbin.org | 1.27  | tcp-a:9000!SIMPLE              | -         | EGA0722
          httpbin.org | 1.27  | tcp-a:9000!SIMPLE http:8080!DISABLE | -    | EGA0722
          httpbin.org | none  | http:8080                      | -         | EGA0722
          pods        | 1.27  | http:8080                      | -         | EGA0722
          """)
  void preserveAuthorityIsForHttpInOriginatedTls(
      String target, String istio, String ports, String authority, String codes) {
    EgressAlias.Builder alias =
        Given.alias(target).addAllPorts(Given.ports(ports)).preserveAuthority(true);
    if (!authority.equals("-")) {
      alias.authority(authority);
    }
    List<Diagnostic> found =
        Checks.check(alias.build(), Given.platform(istio)).stream()
            .filter(d -> d.rule() == Rule.PRESERVE_AUTHORITY || d.rule() == Rule.HOST_HEADER)
            .toList();
    assertEquals(codes, found.stream().map(d -> d.rule().code()).collect(Collectors.joining(" ")));
    boolean both = !authority.equals("-");
    Severity severity =
        both ? Severity.ERROR : codes.equals("EGA0722") ? Severity.WARNING : Severity.INFO;
    assertEquals(severity, found.get(0).severity());
  }

  /** The default replaces the header, so there is nothing to report. */
  @ParameterizedTest
  @CsvSource({"httpbin.org, ''", "httpbin.org, b.example", "10.20.0.10, ''"})
  void headerOfTheServerNeedsNoFinding(String target, String authority) {
    EgressAlias.Builder alias =
        Given.alias(target).addPorts(Given.port("http:80>443!SIMPLE")).preserveAuthority(false);
    if (!authority.isEmpty()) {
      alias.authority(authority);
    }
    assertEquals(List.of(), Checks.check(alias.build(), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "headless, DISABLE, ''",
    "headless, SIMPLE, EGA0809",
    "httpbin.org, DISABLE, EGA0809",
    "pods, '', EGA0809"
  })
  void headlessRequiresAddressesInTheDirectForm(String target, String tls, String codes) {
    EgressAlias.Builder alias = Given.alias(target).addPorts(Given.port("http:8080"));
    if (!target.equals("headless")) {
      alias.headless(true);
    }
    if (!tls.isEmpty()) {
      alias.tls(Given.tls(tls));
    }
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  /** Infos must be true for the release. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target    | kubernetes | istio      | namespace | port    | infos and warnings
          httpbin.org | 1.34       | 1.27       | shop      | tls:443 | EGA0806
          httpbin.org | 1.34       | 1.27       | -         | tls:443 | EGA0806
          httpbin.org | 1.34       | undeclared | shop      | http:80 | EGA0708 EGA0806
          httpbin.org | 1.34       | 1.20       | shop      | http:80 | EGA0708
          httpbin.org | 1.34       | 1.20       | -         | http:80 | EGA0708 EGA0811
          httpbin.org | 1.34       | none       | -         | http:80 | ''
          10.20.0.10  | 1.34       | 1.27       | shop      | tls:443 | ''
          10.20.0.10  | 1.34       | 1.27       | -         | tls:443 | EGA0811
          10.20.0.10  | -          | 1.27       | shop      | tls:443 | EGA0808
          10.20.0.10  | 1.32       | 1.27       | shop      | tls:443 | ''
          10.20.0.10  | -          | none       | -         | tls:443 | EGA0808
          pods        | -          | 1.27       | -         | tls:443 | ''
          10.20.0.10  | -          | 1.27       | shop      | http:80!SIMPLE | EGA0715
          10.20.0.10  | -          | 1.27       | -         | http:8080!SIMPLE | EGA0812
          """)
  void eachFormHasItsInfos(
      String target, String kubernetes, String istio, String namespace, String port, String codes) {
    Platform.Builder platform = Platform.builder().istio(Given.platform(istio).istio());
    if (!kubernetes.equals("-")) {
      platform.kubernetes(KubernetesVersion.parse(kubernetes).orElseThrow());
    }
    EgressAlias.Builder alias = EgressAlias.builder().name("my-alias");
    alias.target(Given.alias(target).build().target()).addPorts(Given.port(port));
    if (!namespace.equals("-")) {
      alias.namespace(namespace);
    }
    List<Diagnostic> found = Checks.check(alias.build(), platform.build());
    assertEquals(
        codes, found.stream().map(d -> d.rule().code()).sorted().collect(Collectors.joining(" ")));
    assertEquals(List.of(), found.stream().filter(d -> d.severity() == Severity.ERROR).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          undeclared | http:80 | Declare the release, such as `istio: "1.27"` in `spec.platform`, to render only objects that have an effect
          1.27       | http:80 | Declare `tls: {mode: SIMPLE}` to originate TLS, or keep the declaration as it is
          1.27       | tls:443 | Keep the declaration as it is, because no DestinationRule is needed
          """)
  void remedyForARuleWithoutEffectDependsOnThePort(String istio, String port, String remedy) {
    EgressAlias.Builder alias = Given.alias("httpbin.org").addPorts(Given.port(port));
    assertEquals(
        "externalName: " + remedy,
        Given.remedy(Rule.RULE_WITHOUT_EFFECT, alias, Given.platform(istio)));
  }

  @ParameterizedTest
  @CsvSource({
    "http:80, http:80, ''",
    "http:80, grpc:80, ''",
    "http:80, tcp-a:80, EGA0902",
    "tcp-a:80, tls:80, EGA0902",
    "tls:443, https:443, ''",
    "http:80, tls:80, EGA0902",
    "http:80, tcp-a:81, ''",
    "http:80>443, tls:443, EGA0902",
    "http:80>443!SIMPLE, tls:443, ''",
    "tcp-a:53, udp-a:53/UDP, ''"
  })
  void contradictingProtocolsOfOnePortAreReported(String first, String second, String codes) {
    List<EgressAlias> aliases = new ArrayList<>();
    for (String port : List.of(first, second)) {
      aliases.add(
          EgressAlias.builder()
              .name("alias-" + aliases.size())
              .namespace("shop")
              .endpoints("10.20.0.10")
              .addPorts(Given.port(port))
              .tls(Given.tls("DISABLE"))
              .build());
    }
    assertEquals(codes, Given.codes(Checks.check(List.of(EgressAliases.of(Given.MESH, aliases)))));
  }

  @ParameterizedTest
  @CsvSource({
    "a, -, a, -, EGA0901",
    "a, -, b, -, ''",
    "a, -, a, default, EGA0901",
    "a, default, a, -, EGA0901",
    "a, shop, a, -, ''",
    "a, shop, a, shop, EGA0901"
  })
  void duplicateObjectsAreReported(
      String first, String firstNamespace, String second, String secondNamespace, String codes) {
    EgressAliases one = declaration(first, firstNamespace);
    EgressAliases two = declaration(second, secondNamespace);
    List<Diagnostic> found = Checks.check(List.of(one, two));
    assertEquals(codes, Given.codes(found));
    found.stream()
        .filter(d -> d.rule() == Rule.DUPLICATE_OBJECT)
        .forEach(d -> assertEquals(1, d.document()));
  }

  private static EgressAliases declaration(String name, String namespace) {
    EgressAliases.Builder declaration = EgressAliases.builder().platform(Given.MESH);
    if (!namespace.equals("-")) {
      declaration.namespace(namespace);
    }
    return declaration
        .addAliases(
            EgressAlias.builder()
                .name(name)
                .endpoints("10.20.0.10")
                .addPorts(Given.TLS_PORT)
                .build())
        .build();
  }
}
