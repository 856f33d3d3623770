package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.files.Inputs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The streams and the directory of a run of the command.
 *
 * @param directory the base of relative names
 * @param interactive which of the streams are terminals
 */
record Terminal(
    InputStream in, OutputStream out, OutputStream err, Path directory, Interactive interactive) {
  /** May refer to a file that another process writes to as well. */
  static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  /** Creates streams that are no terminals. */
  Terminal(InputStream in, OutputStream out, OutputStream err, Path directory) {
    this(in, out, err, directory, Interactive.NONE);
  }

  /** Returns the inputs for arguments: files of the directory, and standard input. */
  Inputs inputs() {
    return Inputs.of(directory, in);
  }

  /**
   * Writes to standard output.
   *
   * @throws Failure if writing fails
   */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw Failure.ofOutput(e);
    }
  }

  /**
   * Writes a large text to standard output in pieces.
   *
   * @throws Failure if writing fails
   */
  void print(FileContent content) {
    try {
      Utf8Output text = new Utf8Output(new BufferedOutputStream(out, 1 << 16));
      content.writeTo(text);
      text.flush();
    } catch (IOException e) {
      throw Failure.ofOutput(e);
    }
  }

  /** Writes lines to standard error; errors are ignored. */
  void complain(String lines) {
    show(Printable.lines(lines));
  }

  /** Writes lines that are already escaped to standard error; errors are ignored. */
  void show(String lines) {
    try {
      err.write(lines.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      return;
    }
  }
}
