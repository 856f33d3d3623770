package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to serve several environments gives the same objects. */
final class EnvironmentsIT {
  private static final Path EXAMPLE =
      Path.of("../../examples/environments").toAbsolutePath().normalize();

  private static final String WITH_VARIABLES = "variables/egress.yaml";

  @TempDir private Path scratch = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void envFileGivesTheOutput(String environment) throws IOException, InterruptedException {
    Program program =
        render("--env-file", "variables/" + environment + ".env").with(WITH_VARIABLES);
    assertRendersOutput(environment, program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void variablesOfTheEnvironmentGiveTheOutput(String environment)
      throws IOException, InterruptedException {
    Program program = render("--substitute", WITH_VARIABLES);
    for (Map.Entry<String, String> variable : variables(environment).entrySet()) {
      program = program.set(variable.getKey(), variable.getValue());
    }
    assertRendersOutput(environment, program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void overridesGiveTheOutput(String environment) throws IOException, InterruptedException {
    Map<String, String> values = variables(environment);
    Program program =
        render("--set", "platform.kubernetes=" + values.get("KUBERNETES"))
            .with("--set", "aliases.payments.externalName=" + values.get("PAYMENTS_HOST"))
            .with("--set", "aliases.orders-db.endpoints=" + values.get("ORDERS_DB"))
            .with("base/egress.yaml");
    assertRendersOutput(environment, program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void patchesOfKubectlGiveTheOutput(String environment) throws IOException, InterruptedException {
    assertBuildsOutput(environment, Kustomization.kubectl(scratch));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void patchesOfKustomizeGiveTheOutput(String environment)
      throws IOException, InterruptedException {
    Kustomization.kubectl(scratch);
    Program kustomize =
        Program.named("EGRESS_KUSTOMIZE", "kustomize")
            .with("build", "--enable-alpha-plugins")
            .set("KUSTOMIZE_PLUGIN_HOME", scratch.resolve("plugins").toString())
            .set("TMPDIR", scratch.toString());
    assertBuildsOutput(environment, kustomize);
  }

  @Test
  void schemaIsThatOfTheCommand() throws IOException, InterruptedException {
    Program.Outcome schema = Program.launcher().with("schema", "--openapi").run(scratch);
    Expectation.assertSame(EXAMPLE.resolve("base/openapi.json"), schema.out());
  }

  @Test
  void variableThatIsNotInTheEnvironmentIsAFinding() throws IOException, InterruptedException {
    Program.Outcome outcome = render("--substitute", WITH_VARIABLES).run(scratch);
    assertEquals(1, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(
        outcome
            .err()
            .startsWith(
                "variables/egress.yaml:5:26: error EGA0004: the variable `KUBERNETES` has no"
                    + " value\n"),
        outcome.err());
  }

  private static Program render(String... options) {
    return Program.launcher().with("render", "--mark").with(options).in(EXAMPLE);
  }

  private static Map<String, String> variables(String environment) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : Files.readAllLines(EXAMPLE.resolve("variables/" + environment + ".env"))) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  private void assertRendersOutput(String environment, Program program)
      throws IOException, InterruptedException {
    Program.Outcome outcome = program.run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    Expectation.assertSame(output(environment), outcome.out());
  }

  /** The tools write the same objects in another order and layout. */
  private void assertBuildsOutput(String environment, Program tool)
      throws IOException, InterruptedException {
    Program.Outcome built = tool.with(EXAMPLE.resolve(environment).toString()).run(scratch);
    assertEquals(0, built.status(), built.err());
    Path file = scratch.resolve("built.yaml");
    Files.writeString(file, built.out());
    Program.Outcome compared =
        Program.launcher()
            .with("check", "--mark", "--semantic", "--against", file.toString())
            .with("--env-file", "variables/" + environment + ".env", WITH_VARIABLES)
            .in(EXAMPLE)
            .run(scratch);
    assertEquals(0, compared.status(), compared.out() + compared.err());
  }

  private static Path output(String environment) {
    return EXAMPLE.resolve("output/" + environment + ".yaml");
  }
}
