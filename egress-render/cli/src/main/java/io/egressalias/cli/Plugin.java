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
 * The command as kustomize and kpt start it. The environment decides how it runs, and never text
 * that a user can write. It starts once for each configuration, so it is separate from the verbs
 * and loads as few classes as possible.
 */
final class Plugin {
  /** Only kustomize sets this variable, for its exec plugins. */
  static final String LEGACY = "KUSTOMIZE_PLUGIN_CONFIG_ROOT";

  private final Terminal terminal;

  Plugin(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs the exec plugin.
   *
   * @param file the configuration, its only argument
   */
  int legacy(String file) {
    try {
      String config = Files.readString(terminal.directory().resolve(file));
      if (LegacyPlugin.isTransformer(config)) {
        return finish(LegacyPlugin.transform(input()));
      }
      return finish(
          LegacyPlugin.isLinter(config)
              ? LegacyPlugin.lint(config, input())
              : LegacyPlugin.generate(config));
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

  /** Text that is not UTF-8 is refused, because it would be written back changed. */
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
