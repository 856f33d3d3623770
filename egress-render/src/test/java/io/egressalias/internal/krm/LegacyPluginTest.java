package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Tests the plugin that kubectl runs, which uses documents instead of a list and has no results.
 */
final class LegacyPluginTest {
  private static final String CONFIG = alone(Lists.CONFIG);

  private static final String RESOURCES =
      """
      # another
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: "settings"}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: p-db, annotations: {egressalias.io/alias: default/db}}
      spec: {type: ExternalName}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: p-db, annotations: {egressalias.io/alias: default/db}}
      spec:
        host: db.default.svc.cluster.local
      """;

  private static String alone(String functionConfig) {
    return functionConfig.substring(functionConfig.indexOf('\n') + 1).stripIndent();
  }

  @Test
  void writesMarkedDocuments() {
    FunctionOutput output = LegacyPlugin.generate(CONFIG);
    assertFalse(output.failed());
    int documents = 0;
    for (Object each : new Load(LoadSettings.builder().build()).loadAllFromString(output.text())) {
      assertEquals(
          "prod/wiki", Lists.field(each, "metadata", "annotations", "egressalias.io/alias"));
      assertEquals(
          "egressalias.io/v1alpha1/EgressAliases//external",
          Lists.field(each, "metadata", "annotations", "egressalias.io/declaration"));
      documents++;
    }
    assertEquals(2, documents);
    assertTrue(output.text().startsWith("---\n"), output.text());
  }

  @Test
  void writesNothingIfThereIsAnError() {
    FunctionOutput output = LegacyPlugin.generate(CONFIG.replace("80", "0"));
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertFalse(output.diagnostics().isEmpty());
  }

  @Test
  void recognizesATransformConfiguration() {
    assertTrue(LegacyPlugin.isTransformer(alone(Lists.TRANSFORM)));
    assertFalse(LegacyPlugin.isTransformer(CONFIG));
    assertFalse(LegacyPlugin.isTransformer(alone(Lists.TRANSFORM).replace("v1alpha1", "v1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "text", "a: b\n---\na: b\n"})
  void unreadableConfigurationIsNotATransformConfiguration(String config) {
    assertFalse(LegacyPlugin.isTransformer(config));
    assertTrue(LegacyPlugin.generate(config).failed());
  }

  @Test
  void deeplyNestedConfigurationIsAFinding() {
    assertFalse(LegacyPlugin.isTransformer("[".repeat(100_000)));
    assertTrue(LegacyPlugin.generate("[".repeat(100_000)).failed());
  }

  @Test
  void updatesReferencesInDocuments() {
    FunctionOutput output = LegacyPlugin.transform(RESOURCES);
    assertEquals(List.of(), output.diagnostics());
    assertEquals(
        RESOURCES.replace("default/db", "default/p-db").replace("host: db", "host: p-db"),
        output.text());
  }

  @Test
  void writesNothingIfAReferenceCannotBeUpdated() {
    FunctionOutput output =
        LegacyPlugin.transform(
            RESOURCES.substring(0, RESOURCES.lastIndexOf("---")).replace("p-db", "P"));
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertEquals(Rule.NOT_CORRECTABLE, output.diagnostics().get(0).rule());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n"})
  void acceptsEmptyInput(String resources) {
    FunctionOutput output = LegacyPlugin.transform(resources);
    assertFalse(output.failed());
    assertEquals(resources, output.text());
  }

  @Test
  void refusesUnreadableInput() {
    for (String resources : List.of("{", "[".repeat(100_000))) {
      FunctionOutput output = LegacyPlugin.transform(resources);
      assertTrue(output.failed());
      assertEquals(Rule.RESOURCE_LIST, output.diagnostics().get(0).rule());
    }
  }
}
