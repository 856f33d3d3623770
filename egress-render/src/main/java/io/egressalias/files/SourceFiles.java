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
 * io.egressalias.declaration.DeclarationReader}. What is wrong with a text becomes a finding when
 * the source is read.
 */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Reads a file, or the {@code *.yaml} and {@code *.yml} of a directory in alphabetical order, not
   * those of directories in it.
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
   * Reads a stream to its end, or to {@link Limits#BYTES} and one more byte, and does not close it.
   *
   * @param name what findings call the text
   * @throws IOException if the stream cannot be read
   */
  public static Source read(String name, InputStream stream) throws IOException {
    return Source.decode(name, stream.readNBytes(Limits.BYTES + 1));
  }
}
