package io.egressalias.cli;

import io.egressalias.declaration.Limits;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.krm.FunctionOutput;
import io.egressalias.krm.LegacyPlugin;
import io.egressalias.krm.ResourceListFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The command as kustomize and kpt start it. Which of them it is, is told by how it is started and
 * never by what a user could write. Kept apart from the verbs: it starts once for each
 * configuration, and loads no class that it can do without.
 */
final class Plugin {
  /** Set by kustomize for its exec plugins, and by nobody else. */
  static final String LEGACY = "KUSTOMIZE_PLUGIN_CONFIG_ROOT";

  private final Terminal terminal;

  Plugin(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the exec plugin, whose one argument is the file with its configuration. */
  int legacy(String file) {
    try {
      String config = Files.readString(terminal.directory().resolve(file));
      return finish(
          LegacyPlugin.mends(config) ? LegacyPlugin.mend(input()) : LegacyPlugin.generate(config));
    } catch (IOException e) {
      return fail(Failure.of("read", file, e));
    } catch (Failure e) {
      return fail(e);
    }
  }

  /** Runs the function, which gets a ResourceList on standard input. */
  int function() {
    try {
      return finish(ResourceListFunction.run(input()));
    } catch (IOException e) {
      return fail(Failure.of("read", "<stdin>", e));
    } catch (Failure e) {
      return fail(e);
    }
  }

  private String input() throws IOException {
    byte[] bytes = terminal.in().readNBytes(Limits.BYTES + 1);
    if (bytes.length > Limits.BYTES) {
      throw new Failure(
          "standard input has more than %d MiB".formatted(Limits.BYTES / 1024 / 1024)
              + ". Give the function fewer resources");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int finish(FunctionOutput output) {
    output.diagnostics().forEach(d -> terminal.complain(line(d)));
    terminal.print(output.text());
    return output.failed() ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  /** No line of a source: kustomize writes the configuration anew before it hands it over. */
  private static String line(Diagnostic finding) {
    String place = finding.path().toString();
    return finding.severity().word()
        + " "
        + finding.rule().code()
        + ": "
        + (place.isEmpty() ? "" : place + ": ")
        + finding.message()
        + ". "
        + finding.remedy()
        + ".\n";
  }

  private int fail(Failure e) {
    terminal.complain("egress: " + e.getMessage() + ".\n");
    return ExitStatus.FAILURE;
  }
}
