package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.declaration.JsonSchema;
import io.egressalias.internal.krm.FunctionDefinition;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Optional;

/** The verb {@code schema}: prints the JSON Schema of a declaration, or its OpenAPI definition. */
final class SchemaCommand implements Verb {
  private static final Option KRM_FUNCTION =
      Option.flag(
          "--krm-function",
          "print a KRMFunctionDefinition instead, for tools that discover functions");

  private static final Option OPENAPI =
      Option.flag(
          "--openapi",
          "print OpenAPI definitions instead, for the field `openapi` of a"
              + " kustomization: a patch"
              + " then merges aliases by name. kustomize no longer uses its built-in definitions, so"
              + " a patch in the same kustomization replaces the lists of other objects");

  private static final Usage USAGE =
      new Usage(
          "schema",
          List.of("Prints the JSON Schema (2020-12) of a declaration, for editors."),
          Optional.empty(),
          List.of(KRM_FUNCTION, OPENAPI),
          List.of(),
          "",
          List.of(
              "egress schema > egressaliases.schema.json",
              "",
              "and as the first line of a declaration:",
              "# yaml-language-server: $schema=egressaliases.schema.json"));

  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    boolean isOpenApi = arguments.has(OPENAPI);
    if (arguments.has(KRM_FUNCTION) && isOpenApi) {
      throw new WrongArgument(
          "`--krm-function` and `--openapi` cannot be combined. Pass one of them");
    }
    if (arguments.has(KRM_FUNCTION)) {
      terminal.print(ManifestYaml.map(FunctionDefinition.document()));
    } else {
      terminal.print(
          PrettyJson.write(isOpenApi ? JsonSchema.definitions() : JsonSchema.document()));
    }
    return ExitStatus.DONE;
  }
}
