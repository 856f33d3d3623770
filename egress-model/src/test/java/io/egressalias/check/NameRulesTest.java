package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests names, namespaces, labels and annotations at the limits that Kubernetes accepts. */
final class NameRulesTest {

  /** {@code x*63} is 63 times {@code x}. */
  private static String written(String text) {
    int star = text.indexOf("*");
    return star < 0
        ? text
        : text.substring(0, 1).repeat(Integer.parseInt(text.substring(star + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "a, ''",
    "a-b-1, ''",
    "a*62, ''",
    "a*63, ''",
    "a*64, EGA0201",
    "'', EGA0201",
    "-a, EGA0201",
    "a-, EGA0201",
    "A, EGA0201",
    "a_b, EGA0201",
    "a.b, EGA0201",
    "\u00e4, EGA0201",
    "'a b', EGA0201",
    "1a, EGA0201",
    "1, EGA0201"
  })
  void aliasNamesAreChecked(String name, String codes) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(written(name))
            .namespace("shop")
            .endpoints("10.20.0.10")
            .addPorts(Given.TLS_PORT);
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({"1.35, 1a, EGA0201", "1.36, 1a, ''", "1.36, 1, ''", "1.36, 1-, EGA0201"})
  void aliasNameMayStartWithADigitOnNewerReleases(String kubernetes, String name, String codes) {
    Platform platform = mesh(KubernetesVersion.parse(kubernetes).orElseThrow()).build();
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(name)
            .namespace("shop")
            .endpoints("10.20.0.10")
            .addPorts(Given.TLS_PORT);
    assertEquals(codes, Given.codes(alias, platform));
  }

  @ParameterizedTest
  @CsvSource({
    "shop, ''",
    "1, ''",
    "a*63, ''",
    "a*64, EGA0202",
    "Shop, EGA0202",
    "a.b, EGA0202",
    "'', EGA0202"
  })
  void namespacesAreChecked(String namespace, String codes) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name("my-alias")
            .namespace(written(namespace))
            .endpoints("10.20.0.10")
            .addPorts(Given.TLS_PORT);
    assertEquals(codes, Given.codes(alias, Given.MESH));
    EgressAliases declaration =
        EgressAliases.builder()
            .platform(Given.MESH)
            .namespace(written(namespace))
            .addAliases(
                EgressAlias.builder()
                    .name("my-alias")
                    .endpoints("10.20.0.10")
                    .addPorts(Given.TLS_PORT)
                    .build())
            .build();
    assertEquals(codes, Given.codes(Checks.check(List.of(declaration))));
  }

  @ParameterizedTest
  @CsvSource({
    "http, ''",
    "tcp-1, ''",
    "h*63, EGA0401",
    "h*64, EGA0302",
    "'', EGA0302",
    "HTTP, EGA0302",
    "http_1, EGA0302",
    "http-, EGA0302",
    "-http, EGA0302"
  })
  void portNamesAreChecked(String name, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10")
            .addPorts(
                ServicePort.builder()
                    .name(written(name))
                    .port(80)
                    .tls(Given.tls("DISABLE"))
                    .build());
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "team, ''",
    "Team_1.x-y, ''",
    "a*63, ''",
    "a*64, EGA0203",
    "example.com/team, ''",
    "example.com/, EGA0203",
    "/team, EGA0203",
    "a/b/c, EGA0203",
    "Example.com/team, EGA0203",
    "-team, EGA0203",
    "team-, EGA0203",
    "'', EGA0203",
    "kubernetes.io/service-name, EGA0207",
    "kubernetes.io/other, ''",
    "egressalias.io/alias, EGA0207",
    "service.kubernetes.io/headless, EGA0207"
  })
  void labelKeysAreChecked(String key, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).putLabels(written(key), "x");
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "a, ''",
    "A_b.c-1, ''",
    "a*63, ''",
    "a*64, EGA0204",
    "a b, EGA0204",
    "-a, EGA0204",
    "a., EGA0204",
    "a/b, EGA0204"
  })
  void labelValuesAreChecked(String value, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).putLabels("team", written(value));
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "note, ''",
    "Example.Com/Note, ''",
    "a b, EGA0205",
    "a/b/c, EGA0205",
    "'', EGA0205",
    "kubectl.kubernetes.io/last-applied-configuration, EGA0207",
    "networking.istio.io/exportTo, EGA0207",
    "istio.io/rev, EGA0207",
    "notistio.io/rev, EGA0207",
    "istio.io, EGA0207",
    "istio.io.example.com/rev, ''",
    "egressalias.io/x, EGA0207",
    "service.beta.kubernetes.io/x, ''"
  })
  void annotationKeysAreChecked(String key, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).putAnnotations(key, "any text at all");
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  /** Without a mesh, keys of Istio have no effect. */
  @ParameterizedTest
  @CsvSource({
    "networking.istio.io/exportTo, ''",
    "gateway.istio.io/managed, ''",
    "egressalias.io/x, EGA0207 EGA0207",
    "kubernetes.io/ingress.class, EGA0207"
  })
  void keysOfIstioAreAcceptedWithoutMesh(String key, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10")
            .addPorts(Given.TLS_PORT)
            .putLabels(key, "x")
            .putAnnotations(key, "x");
    assertEquals(codes, Given.codes(alias, Given.platform("none")));
  }

  /** An unpaired surrogate cannot be written as UTF-8. */
  @ParameterizedTest
  @CsvSource({
    "\ud83d\ude00, ''",
    "\ud83d, EGA0210",
    "\ude00, EGA0210",
    "\ude00\ud83d, EGA0210",
    "a\ud83d\ud83d\ude00, EGA0210",
    "\ud83d\ude00\ude00a, EGA0210"
  })
  void annotationWithAnUnpairedSurrogateIsReported(String value, String codes) {
    EgressAlias.Builder alias =
        Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).putAnnotations("note", value);
    assertEquals(codes, Given.codes(alias, Given.MESH));
    EgressAliases declaration =
        EgressAliases.builder()
            .platform(Given.MESH)
            .putAllAnnotations(Map.of("note", value))
            .addAliases(Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).build())
            .build();
    assertEquals(codes, Given.codes(Checks.check(List.of(declaration))));
  }

  @ParameterizedTest
  @CsvSource({"49000, ''", "110000, EGA0206"})
  void annotationsOfTheDeclarationAreReportedOnce(int bytes, String codes) {
    EgressAliases.Builder declaration =
        EgressAliases.builder()
            .platform(Given.MESH)
            .putAllAnnotations(Map.of("note", "x".repeat(bytes)));
    for (String name : List.of("one", "two", "three")) {
      declaration.addAliases(
          EgressAlias.builder()
              .name(name)
              .namespace("shop")
              .endpoints("10.20.0.10")
              .addPorts(Given.TLS_PORT)
              .build());
    }
    assertEquals(codes, Given.codes(Checks.check(List.of(declaration.build()))));
  }

  /** A name of the maximum length in DNS, and a longer one. */
  @ParameterizedTest
  @CsvSource({"253, spec.aliases[0].name", "254, spec.platform.clusterDomain"})
  void lengthOfTheClusterDomainIsChecked(int length, String place) {
    String domain = ("d".repeat(40) + ".").repeat(6) + "d".repeat(length - 246);
    EgressAlias alias = Given.alias("10.20.0.10").addPorts(Given.TLS_PORT).build();
    assertEquals(
        List.of("EGA0804 " + place),
        Checks.check(alias, mesh(domain)).stream()
            .filter(d -> d.severity() != Severity.INFO)
            .map(d -> d.rule().code() + " " + d.path())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"253, ''", "254, EGA0804"})
  void lengthOfTheFullNameIsChecked(int length, String codes) {
    String name = "n".repeat(63);
    String namespace = "s".repeat(63);
    String domain = ("d".repeat(40) + ".").repeat(5);
    domain = domain.substring(0, length - (name + "." + namespace + ".svc.").length());
    domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) + "d" : domain;
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(name)
            .namespace(namespace)
            .endpoints("10.20.0.10")
            .addPorts(Given.TLS_PORT);
    assertEquals(codes, Given.codes(alias, mesh(domain)));
  }

  @ParameterizedTest
  @CsvSource({"1.35, 1a, true", "1.35, A1, false", "1.36, 1-, false"})
  void leadingDigitIsNamedIfItIsTheProblem(String kubernetes, String name, boolean spoken) {
    Platform platform = mesh(KubernetesVersion.parse(kubernetes).orElseThrow()).build();
    EgressAlias alias =
        EgressAlias.builder()
            .name(name)
            .namespace("shop")
            .endpoints("10.20.0.10")
            .addPorts(Given.TLS_PORT)
            .build();
    List<String> messages =
        Checks.check(alias, platform).stream()
            .filter(d -> d.rule() == Rule.ALIAS_NAME)
            .map(Diagnostic::message)
            .toList();
    assertEquals(1, messages.size());
    assertEquals(
        spoken,
        messages.get(0).startsWith("expected a letter as the first character (Kubernetes before"));
  }

  private static Platform mesh(String domain) {
    return mesh(Given.MESH.kubernetes().orElseThrow()).clusterDomain(domain).build();
  }

  private static Platform.Builder mesh(KubernetesVersion kubernetes) {
    return Platform.builder().kubernetes(kubernetes).istio(Given.MESH.istio());
  }
}
