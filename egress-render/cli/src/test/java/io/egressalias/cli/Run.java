package io.egressalias.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A run of the command inside this process. */
public record Run(int status, String out, String err) {

  static Run in(Path directory, String... args) {
    return on("", directory, args);
  }

  public static Run on(String stdin, Path directory, String... args) {
    return on(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), directory, args);
  }

  static Run on(InputStream stdin, Path directory, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = on(stdin, directory, out, args);
    return new Run(run.status(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  static Run on(InputStream stdin, Path directory, OutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Egress.run(args, new Terminal(stdin, out, err, directory));
    return new Run(status, "", err.toString(StandardCharsets.UTF_8));
  }
}
