package io.egressalias.cli;

import io.egressalias.declaration.JsonSchema;
import io.egressalias.krm.FunctionDefinition;
import io.egressalias.yaml.ManifestYaml;
import io.egressalias.yaml.PrettyJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verb {@code schema}: the JSON Schema of a declaration. */
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

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.print(
        function
            ? ManifestYaml.map(FunctionDefinition.document())
            : PrettyJson.write(JsonSchema.document()));
    return ExitStatus.DONE;
  }
}
