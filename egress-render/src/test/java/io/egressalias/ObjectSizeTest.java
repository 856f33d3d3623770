package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Mutual;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code kubectl apply} can store a copy of the objects of the largest alias without an error.
 * Slightly smaller aliases have no error either.
 */
final class ObjectSizeTest {
  private static final int MOST = 262_144;
  private static final Platform PLATFORM =
      Platform.builder()
          .kubernetes(new KubernetesVersion(1, 34))
          .istio(Istio.release(new IstioVersion(1, 27)))
          .build();

  /** Aliases that grow with a number until one of their objects is too large. */
  enum Growing {
    ANNOTATION_OF_A_HOST(n -> annotated("x".repeat(n)).externalName("example.com")),
    ANNOTATION_THAT_IS_ESCAPED(n -> annotated("<\"\u00e9".repeat(n)).externalName("example.com")),
    ANNOTATION_OF_A_FULL_SLICE(n -> annotated("x".repeat(n)).endpoints(addresses(1000))),
    PORTS_OF_A_SERVICE(n -> ports(alias().endpoints("10.20.0.10"), n, "tls")),
    LONG_PORTS_OF_A_SERVICE(
        n -> ports(alias().endpoints("10.20.0.10"), n, "tls-" + "x".repeat(50))),
    NAMES_OF_ONE_SUBSET(
        n ->
            ports(alias().externalName("example.com"), 200, "http")
                .tls(mutual("host", n))
                .workloadSelector(new WorkloadSelector(Map.of("app", "shop")))),
    SUBSETS_OF_A_RULE(
        n ->
            alias()
                .externalName("example.com")
                .addAllPorts(portsWithNames(n))
                .workloadSelector(new WorkloadSelector(Map.of("app", "shop")))),
    ROUTES(
        n ->
            ports(alias().externalName("example.com"), n, "http")
                .authority("a.".repeat(120) + "example.com")
                .tls(ClientTls.simple()));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final IntFunction<EgressAlias.Builder> builder;

    Growing(IntFunction<EgressAlias.Builder> builder) {
      this.builder = builder;
    }

    EgressAlias of(int number) {
      EgressAlias.Builder alias = builder.apply(number);
      return alias.build();
    }
  }

  @ParameterizedTest
  @EnumSource
  void objectsWithoutFindingsCanBeApplied(Growing growing) {
    int passes = 1;
    int fails = 135_000;
    while (fails - passes > 1) {
      int middle = (passes + fails) / 2;
      if (isAccepted(growing.of(middle))) {
        passes = middle;
      } else {
        fails = middle;
      }
    }
    int size =
        ManifestRenderer.render(growing.of(passes), PLATFORM).stream()
            .mapToInt(ObjectSizeTest::applied)
            .max()
            .orElseThrow();
    assertTrue(size <= MOST, () -> size + " bytes");
    assertTrue(size > MOST / 2, () -> size + " bytes are not nearly too many");
  }

  private static boolean isAccepted(EgressAlias alias) {
    return Checks.check(alias, PLATFORM).stream()
        .map(Diagnostic::severity)
        .noneMatch(severity -> severity == Severity.ERROR);
  }

  /** The size in bytes of all annotations of an applied object. */
  private static int applied(Manifest manifest) {
    ObjectNode metadata = (ObjectNode) manifest.tree().get("metadata");
    ObjectNode annotations = metadata.withObject("annotations");
    int own =
        annotations.properties().stream()
            .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue().asString()))
            .sum();
    String copy =
        manifest
            .tree()
            .toString()
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026");
    return own + bytes("kubectl.kubernetes.io/last-applied-configuration") + bytes(copy + "\n");
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static EgressAlias.Builder alias() {
    return EgressAlias.builder().name("x".repeat(63)).namespace("n".repeat(63));
  }

  private static EgressAlias.Builder annotated(String text) {
    return ports(alias().putAnnotations("example.com/text", text), 1, "tls");
  }

  private static EgressAlias.Builder ports(EgressAlias.Builder alias, int number, String name) {
    return alias.addAllPorts(
        IntStream.range(0, Math.min(number, 8000))
            .mapToObj(i -> ServicePort.of(name + "-" + i, 10_000 + i))
            .toList());
  }

  private static String[] addresses(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "2620:aaaa:bbbb:cccc:dddd:eeee:ffff:" + Integer.toHexString(0x1000 + i))
        .toArray(String[]::new);
  }

  private static List<ServicePort> portsWithNames(int number) {
    return IntStream.range(0, 200)
        .mapToObj(
            i ->
                ServicePort.builder()
                    .name("tcp-" + i)
                    .port(10_000 + i)
                    .tls(mutual("host-" + i, Math.min(number, 100)))
                    .build())
        .toList();
  }

  private static Mutual mutual(String prefix, int names) {
    return Mutual.builder()
        .credentialName("client-credential")
        .addAllSubjectAltNames(
            IntStream.range(0, Math.min(names, 9000))
                .mapToObj(i -> prefix + "-" + i + ".example.com")
                .toList())
        .build();
  }
}
