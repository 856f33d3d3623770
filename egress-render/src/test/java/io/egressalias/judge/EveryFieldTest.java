package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.declaration.DeclarationWriter;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Istio;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No field of the model is lost when it is resolved or written, including fields that are added
 * later.
 */
final class EveryFieldTest {
  private static final EgressAlias ALIAS = FullValue.of(EgressAlias.class);

  /** The fields that a declaration can also set for its aliases. */
  private static final Set<String> SHARED = Set.of("namespace", "labels", "annotations");

  @Test
  void everyFieldIsKeptByResolve() {
    EgressAliases declaration =
        EgressAliases.builder()
            .namespace("shop")
            .putAllLabels(Map.of("team", "payments"))
            .putAllAnnotations(Map.of("owner", "payments"))
            .addAliases(ALIAS)
            .build();
    EgressAlias resolved = declaration.resolve(ALIAS);
    for (Method attribute : FullValue.attributes(ALIAS, EgressAlias.class)) {
      if (!SHARED.contains(attribute.getName())) {
        assertEquals(
            FullValue.get(ALIAS, attribute),
            FullValue.get(resolved, attribute),
            attribute::toString);
      }
    }
    assertEquals(ALIAS.namespace(), resolved.namespace());
    assertEquals(Map.of("team", "payments", "text", "text"), resolved.labels());
    assertEquals(Map.of("owner", "payments", "text", "text"), resolved.annotations());
  }

  @Test
  void everyFieldIsKeptInTheWrittenDeclaration() {
    assertWrittenAndRead(FullValue.of(EgressAliases.class));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetIsKept(Target target) {
    AliasDraft draft = AliasDraft.of(ALIAS);
    draft.target = target;
    assertWrittenAndRead(EgressAliases.of(Platform.undeclared(), List.of(draft.build())));
  }

  static List<Target> targets() {
    return List.of(
        new ExternalName("api.example.com"),
        new StaticEndpoints(List.of("192.0.2.10", "192.0.2.11")),
        StaticEndpoints.of(
            List.of(
                EndpointAddress.of("192.0.2.10", "member-0"), EndpointAddress.of("192.0.2.11"))),
        new PodSelector(Map.of("app", "curl")));
  }

  @ParameterizedTest
  @MethodSource("targetPorts")
  void everyTargetPortIsKept(TargetPort target) {
    AliasDraft draft = AliasDraft.of(ALIAS);
    draft.ports.get(0).target = Optional.of(target);
    assertWrittenAndRead(EgressAliases.of(Platform.undeclared(), List.of(draft.build())));
  }

  static List<TargetPort> targetPorts() {
    return List.of(new TargetPort.ByNumber(1), new TargetPort.ByName("https"));
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void everyMeshIsKept(Istio mesh) {
    Platform platform = Platform.builder().istio(mesh).build();
    assertWrittenAndRead(EgressAliases.of(platform, List.of(ALIAS)));
  }

  static List<Istio> meshes() {
    return List.of(Istio.none(), Istio.undeclared(), FullValue.of(Platform.class).istio());
  }

  /** The lists above name each kind. */
  @Test
  void everyKindIsTested() {
    assertEquals(kinds(Target.class), classes(targets()));
    assertEquals(kinds(TargetPort.class), classes(targetPorts()));
    assertEquals(kinds(Istio.class), classes(meshes()));
  }

  private static Set<Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
  }

  private static Set<Class<?>> classes(List<?> values) {
    return values.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  /** The port and the alias have different kinds of TLS, which together have all fields. */
  private static void assertWrittenAndRead(EgressAliases declaration) {
    assertEquals(declaration, DeclarationDraft.of(declaration).build());
    String text = DeclarationText.of(declaration);
    assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", text), text);
    String written = DeclarationWriter.write(declaration, "any");
    assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", written), written);
    ServicePort port = declaration.aliases().get(0).ports().get(0);
    assertEquals(port, PortDraft.of(port).build());
  }
}
