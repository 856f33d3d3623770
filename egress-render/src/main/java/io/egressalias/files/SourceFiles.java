package io.egressalias.files;

import io.egressalias.declaration.Limits;
import io.egressalias.declaration.Source;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files and streams as sources, for {@link io.egressalias.compile.Compilation} and {@link
 * io.egressalias.declaration.DeclarationReader}. A problem with a text becomes a finding when the
 * source is read.
 */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Reads a file, or the {@code *.yaml} and {@code *.yml} files of a directory in alphabetical
   * order. Subdirectories are not read, and documents for other tools in the directory are skipped.
   *
   * @throws IOException if the file cannot be read, is no regular file, or the directory has no
   *     such file
   */
  public static List<Source> read(Path file) throws IOException {
    try {
      return Inputs.of(Path.of("")).read(List.of(file.toString()));
    } catch (Failure e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Reads a stream to its end, but at most one byte more than {@link Limits#BYTES}. Does not close
   * the stream.
   *
   * @param name the name of the text in findings
   * @throws IOException if the stream cannot be read
   */
  public static Source read(String name, InputStream stream) throws IOException {
    return Source.decode(name, stream.readNBytes(Limits.BYTES + 1));
  }
}
