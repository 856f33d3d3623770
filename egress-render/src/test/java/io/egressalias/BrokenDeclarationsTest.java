package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.krm.FunctionOutput;
import io.egressalias.internal.krm.LegacyPlugin;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.ManifestRenderer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user of the library gets no declaration that has an error. */
final class BrokenDeclarationsTest {
  private static final String FILE = "egress.yaml";

  private static final String HEADER =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: any}
      spec:
        platform: {kubernetes: "1.34", istio: "1.27"}
        aliases:
      """;

  private static String text(String alias) {
    return HEADER + "  - " + alias + "\n";
  }

  /** The reader uses a placeholder for each of these, such as the port 1 or no TLS. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: \"80\"}]}",
        "{name: a, externalName: httpbin.org, ports: [{name: http}]}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80}], tls: {mode: simple}}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80}], tls: SIMPLE}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80}], tls: {}}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80}], tsl: {mode: SIMPLE}}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80, tls: {mode: 1}}]}",
        "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80, protocol: tcp}]}",
        "{name: a, externalName: httpbin.org, ports: http}",
        "{name: a, externalName: [httpbin.org], ports: [{name: http, port: 80}]}",
        "{name: a, ports: [{name: http, port: 80}]}",
        "{externalName: httpbin.org, ports: [{name: http, port: 80}]}",
        "{name: a, endpoints: [~], ports: [{name: tcp, port: 80}]}",
        "{name: a, selector: {app: 1}, ports: [{name: tcp, port: 80}]}",
        "{name: a, externalName: httpbin.org, workloadSelector: {}, ports: [{name: http, port: 80}]}",
        "{name: a, externalName: httpbin.org, labels: {a: 1}, ports: [{name: http, port: 80}]}",
        "{name: A_, externalName: httpbin.org, ports: [{name: http, port: 80}]}",
        "a"
      })
  void declarationsWithErrorsAreNotReturned(String alias) {
    String text = text(alias);
    assertRefused(DeclarationReader.read(FILE, text));
    Validated<Declarations> read = read(text);
    assertRefused(read.map(Declarations::documents));
    assertThrows(InvalidDeclarationException.class, read::orThrow);
    Compilation compilation = Compilation.of(List.of(Source.of(FILE, text)), Assumptions.none());
    assertThrows(InvalidDeclarationException.class, compilation::manifests);
    FunctionOutput plugin = LegacyPlugin.generate(text);
    assertTrue(plugin.failed());
    assertEquals("", plugin.text());
  }

  private static Validated<Declarations> read(String text) {
    return DeclarationReader.read(List.of(Source.of(FILE, text)), Assumptions.none());
  }

  private static void assertRefused(Validated<List<EgressAliases>> read) {
    assertFalse(read.diagnostics().isEmpty());
    assertEquals(Optional.empty(), read.valid());
    assertThrows(InvalidDeclarationException.class, read::orThrow);
    assertThrows(InvalidDeclarationException.class, () -> ManifestRenderer.render(read));
    assertThrows(InvalidDeclarationException.class, () -> ManifestRenderer.manifests(read));
  }

  /** An error in one document is an error of the set. */
  @Test
  void validDeclarationBesideOneWithErrorsIsNotReturned() {
    String sound = "{name: a, externalName: httpbin.org, ports: [{name: http, port: 80}]}";
    assertTrue(read(text(sound)).valid().isPresent());
    assertEquals(Optional.empty(), read(text(sound) + "---\n" + text("{name: b}")).valid());
  }

  @Test
  void noMethodOfTheReaderReturnsDeclarationsThatAreNotValidated() {
    for (Method method : DeclarationReader.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        String returned = method.getGenericReturnType().getTypeName();
        String bare = returned.replaceAll(Validated.class.getName() + "<.*>", "");
        assertFalse(isDeclaration(bare), method::toString);
      }
    }
  }

  private static boolean isDeclaration(String type) {
    return type.contains(".Declarations") || type.contains(".model.");
  }
}
