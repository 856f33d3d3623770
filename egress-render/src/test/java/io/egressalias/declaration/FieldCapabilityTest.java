package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAliases;
import io.egressalias.resolve.ResolvedAlias;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The capability of a field decides whether an alias may declare the field. */
final class FieldCapabilityTest {
  private static final List<String> TARGETS =
      List.of("externalName: example.com", "endpoints: [203.0.113.10]", "selector: {app: web}");

  @ParameterizedTest
  @MethodSource("fieldsOfAliases")
  void decidesWhetherAnAliasMayDeclareTheField(Field field, String target) {
    String port = "{name: http, port: 80}";
    expectErrorUnlessPossible(field, document(target, port, written(field)), "spec.aliases[0]");
  }

  @ParameterizedTest
  @MethodSource("fieldsOfPorts")
  void decidesWhetherAPortMayDeclareTheField(Field field, String target) {
    String port = "{name: http, port: 80, " + written(field) + "}";
    expectErrorUnlessPossible(
        field, document(target, port, "labels: {}"), "spec.aliases[0].ports[0]");
  }

  private static void expectErrorUnlessPossible(Field field, String text, String parent) {
    EgressAliases declaration = UncheckedReading.read("a.yaml", text).get(0);
    ResolvedAlias alias = ResolvedAlias.of(declaration, declaration.aliases().get(0));
    boolean possible = alias.support(field.capability().orElseThrow()).possible();
    List<Diagnostic> errors =
        DeclarationReader.read("a.yaml", text).diagnostics().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .filter(finding -> finding.path().toString().startsWith(parent + "." + field.name()))
            .toList();
    assertEquals(possible, errors.isEmpty(), () -> text + errors);
  }

  private static String document(String target, String port, String field) {
    return """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: a}
        spec:
          platform: {kubernetes: "1.34", istio: "1.27"}
          aliases:
          - name: a
            %s
            ports: [%s]
            %s
        """
        .formatted(target, port, field);
  }

  private static String written(Field field) {
    return field.name() + ": " + field.example();
  }

  static Stream<Arguments> fieldsOfAliases() {
    return cases(AliasField.SHAPE.fields());
  }

  static Stream<Arguments> fieldsOfPorts() {
    return cases(PortField.SHAPE.fields());
  }

  private static Stream<Arguments> cases(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.capability().isPresent())
        .flatMap(field -> TARGETS.stream().map(target -> arguments(field, target)));
  }
}
