package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helm and Terraform read the objects of their example unchanged. */
final class ConsumersIT {
  private static final Path EXAMPLE =
      Path.of("../../examples/consumers").toAbsolutePath().normalize();
  private static final Path MANIFESTS = EXAMPLE.resolve("expected.yaml");

  @TempDir private Path scratch = Path.of("");

  @Test
  void filesOfToolsAreTheOutput() throws IOException, InterruptedException {
    Expectation.assertSame(
        EXAMPLE.resolve("chart/files/aliases.yaml"), Files.readString(MANIFESTS));
    Program.Outcome json =
        Program.launcher()
            .with("render", "--format", "json", "egress.yaml")
            .in(EXAMPLE)
            .run(scratch);
    Expectation.assertSame(EXAMPLE.resolve("terraform/aliases.json"), json.out());
  }

  @Test
  void helmIncludesFilesUnchanged() throws IOException, InterruptedException {
    Program.Outcome outcome = template(EXAMPLE.resolve("chart"));
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.out().contains("?var-host={{host}}\""), outcome.out());
    assertSameObjects(outcome.out());
  }

  @Test
  void helmEvaluatesTemplates() throws IOException, InterruptedException {
    Path chart = Directories.copy(EXAMPLE.resolve("chart"), scratch.resolve("chart"), text -> text);
    Path template = chart.resolve("templates/aliases.yaml");
    String manifests = Files.readString(MANIFESTS);
    Files.writeString(template, manifests);
    Program.Outcome refused = template(chart);
    assertEquals(1, refused.status());
    assertTrue(refused.err().contains("function \"host\" not defined"), refused.err());

    Files.writeString(template, manifests.replace("{{host}}", "{{ .Release.Name }}"));
    Program.Outcome replaced = template(chart);
    assertEquals(0, replaced.status(), replaced.err());
    assertTrue(replaced.out().contains("?var-host=shop\""), replaced.out());
  }

  private Program.Outcome template(Path chart) throws IOException, InterruptedException {
    return Program.optional("HELM", "helm").with("template", "shop", chart.toString()).run(scratch);
  }

  /** Without the provider, whose plugin is not part of Terraform. */
  @Test
  void terraformReadsAllObjects() throws IOException, InterruptedException {
    Program terraform =
        Program.optional("TERRAFORM", "terraform").in(scratch).set("CHECKPOINT_DISABLE", "1");
    for (String file : List.of("objects.tf", "aliases.json")) {
      Directories.copyFile(EXAMPLE.resolve("terraform").resolve(file), scratch.resolve(file));
    }
    Files.writeString(
        scratch.resolve("output.tf"),
        """
        output "list" {
          value = jsonencode({
            apiVersion = "v1", kind = "List",
            items      = concat(values(local.others), values(local.entries))
          })
        }
        """);
    Program.Outcome init = terraform.with("init", "-input=false").run(scratch);
    assertEquals(0, init.status(), init.err());
    Program.Outcome apply = terraform.with("apply", "-auto-approve", "-no-color").run(scratch);
    assertEquals(0, apply.status(), apply.err());
    Program.Outcome output = terraform.with("output", "-raw", "list").run(scratch);
    assertEquals(0, output.status(), output.err());
    assertSameObjects(output.out());
  }

  private void assertSameObjects(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(scratch.resolve("objects.yaml"), text);
    Program.Outcome outcome =
        Program.launcher()
            .with("check", "--semantic", "egress.yaml", "--against", file.toString())
            .in(EXAMPLE)
            .run(scratch);
    assertEquals(new Program.Outcome(0, "", ""), outcome);
  }
}
