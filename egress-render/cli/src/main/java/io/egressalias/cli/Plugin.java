package io.egressalias.cli;

import io.egressalias.declaration.Limits;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.krm.FunctionOutput;
import io.egressalias.internal.krm.LegacyPlugin;
import io.egressalias.internal.krm.ResourceListFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
      return Egress.fail(Failure.of("read", file, e), terminal);
    } catch (RuntimeException e) {
      return Egress.fail(e, terminal);
    } catch (OutOfMemoryError e) {
      return Egress.fail(e, terminal);
    }
  }

  /** Runs the function, which gets a ResourceList on standard input. */
  int function() {
    try {
      return finish(ResourceListFunction.run(input()));
    } catch (IOException e) {
      return Egress.fail(Failure.of("read", "<stdin>", e), terminal);
    } catch (RuntimeException e) {
      return Egress.fail(e, terminal);
    } catch (OutOfMemoryError e) {
      return Egress.fail(e, terminal);
    }
  }

  /** What is not UTF-8 is refused: read as something else it would be written as something else. */
  private String input() throws IOException {
    byte[] bytes = terminal.in().readNBytes(Limits.BYTES + 1);
    if (bytes.length > Limits.BYTES) {
      throw new Failure(
          "standard input is larger than "
              + Limits.BYTES / 1024 / 1024
              + " MiB. Pass fewer resources to the function");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Failure("standard input is not valid UTF-8. Save the input files as UTF-8");
    }
  }

  private int finish(FunctionOutput output) {
    for (Diagnostic diagnostic : output.diagnostics()) {
      terminal.complain(line(diagnostic));
    }
    terminal.print(new Output(output));
    return output.failed() ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private record Output(FunctionOutput output) implements FileContent {
    @Override
    public void writeTo(Appendable out) throws IOException {
      output.writeTo(out);
    }
  }

  /** Prints no line number: kustomize rewrites the configuration before it passes it on. */
  private static String line(Diagnostic finding) {
    String place = finding.path().toString();
    String line =
        finding.severity().word()
            + " "
            + finding.rule().code()
            + ": "
            + (place.isEmpty() ? "" : place + ": ")
            + finding.text();
    return Printable.line(line) + "\n";
  }
}
