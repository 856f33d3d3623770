package io.egressalias.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An input file. A file that the user names can be a link or a pipe. A file that is found in a
 * directory must be a regular file in or below that directory after links are resolved, as in a
 * mounted ConfigMap.
 *
 * @param path the name in messages
 * @param directory the directory in which it was found; empty: the user named it
 */
public record InputFile(Path path, Optional<Path> directory) {

  /** Returns the same file with a path relative to a directory. */
  public InputFile from(Path base) {
    Optional<Path> within =
        directory.isPresent() ? Optional.of(base.resolve(directory.get())) : directory;
    return new InputFile(base.resolve(path), within);
  }

  /**
   * Returns why the file is not read, as the name of its kind; empty: it is read.
   *
   * @param base the base of relative names
   * @throws Failure if the user named it and it cannot be read
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
