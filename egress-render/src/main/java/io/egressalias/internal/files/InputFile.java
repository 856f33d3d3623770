package io.egressalias.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a name stands for. A file that is named may be a link or a pipe. One that was found
 * in a directory is a regular file in that directory or below it, links resolved, as the links of a
 * mounted ConfigMap are.
 *
 * @param path what it is called
 * @param directory the directory in which it was found; empty: it was named itself
 */
public record InputFile(Path path, Optional<Path> directory) {

  /** Returns the same file, with a path from a directory. */
  public InputFile from(Path base) {
    return new InputFile(base.resolve(path), directory.map(base::resolve));
  }

  /**
   * Returns why it is not read, as words for what was found; empty: it is read.
   *
   * @param base what relative names are relative to
   * @throws Failure if it is named and cannot be read
   */
  Optional<String> refused(Path base) {
    try {
      FileKind kind = FileKind.of(base.resolve(path));
      if (directory.isEmpty()) {
        refuseNamed(kind);
        return Optional.empty();
      }
      if (kind != FileKind.REGULAR) {
        return Optional.of(kind.words());
      }
      Path real = base.resolve(path).toRealPath();
      boolean within = real.startsWith(base.resolve(directory.get()).toRealPath());
      return within ? Optional.empty() : Optional.of("a link to a file outside the directory");
    } catch (IOException e) {
      throw Failure.of("read", path, e);
    }
  }

  private void refuseNamed(FileKind kind) {
    if (kind != FileKind.REGULAR && kind != FileKind.PIPE) {
      throw Failure.kind("read", path, "a regular file or a pipe", kind);
    }
  }

  InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
