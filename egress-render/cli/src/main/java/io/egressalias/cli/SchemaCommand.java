package io.egressalias.cli;

import io.egressalias.declaration.JsonSchema;
import io.egressalias.internal.krm.FunctionDefinition;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.yaml.ManifestYaml;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code schema}: prints the JSON Schema of a declaration, or its OpenAPI definition. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {"Prints the JSON Schema (2020-12) of a declaration, for editors.", ""},
    footerHeading = "%nExample:%n",
    footer = {
      "  egress schema > egressaliases.schema.json",
      "",
      "  and as the first line of a declaration:",
      "  # yaml-language-server: $schema=egressaliases.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--krm-function",
      description = "print a KRMFunctionDefinition instead, for tools that look for functions")
  private boolean function;

  @Option(
      names = "--openapi",
      description =
          "print OpenAPI definitions instead, for `openapi` in a kustomization: a patch then finds"
              + " an alias by its name. kustomize forgets its own definitions, so that in the same"
              + " kustomization a patch replaces the lists of other objects")
  private boolean openApi;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (function && openApi) {
      throw new ParameterException(
          spec.commandLine(), "`--krm-function` and `--openapi` exclude one another");
    }
    if (function) {
      terminal.print(ManifestYaml.map(FunctionDefinition.document()));
    } else {
      terminal.print(PrettyJson.write(openApi ? JsonSchema.definitions() : JsonSchema.document()));
    }
    return ExitStatus.DONE;
  }
}
