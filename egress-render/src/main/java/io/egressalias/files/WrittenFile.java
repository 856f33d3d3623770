package io.egressalias.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is either as it was or as it is to be: its content is written beside it and moved
 * into its place, and only where the bytes differ.
 */
public final class WrittenFile {
  private final Path path;

  /** Returns the file at a path; a symbolic link stays one, and what it leads to is written. */
  public WrittenFile(Path path) {
    this.path = path;
  }

  /**
   * Writes a text, if the file does not hold it already.
   *
   * @throws IOException if that cannot be done; the file is then as it was
   */
  public void write(String text) throws IOException {
    put(text);
    if (Files.isRegularFile(path)) {
      Draft.clear(path.toRealPath().resolveSibling(""));
    }
  }

  /** Writes a text, and does not look for what killed processes have left beside it. */
  void put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    refuseDirectories(path);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A device or a pipe, such as /dev/stdout, has no content to be kept whole.
      Files.write(path, bytes);
      return;
    }
    Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
    if (!holds(target, bytes)) {
      replace(target, bytes);
    }
  }

  private static void refuseDirectories(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "it is a directory. Check the name");
    }
    if (!Files.isDirectory(target.toAbsolutePath().resolveSibling(""))) {
      throw new FileSystemException(
          target.toString(), null, "there is no such directory. Create it, or check the name");
    }
  }

  /**
   * Returns what the file holds; empty: there is no such file.
   *
   * @throws IOException if it cannot be read, or is not text in UTF-8
   */
  public Optional<String> read() throws IOException {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  boolean holds(String text) throws IOException {
    return holds(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    Path fresh = Draft.of(target);
    try {
      Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepPermissions(target, fresh);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    boolean posix = from.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(to, Set.copyOf(Files.getPosixFilePermissions(from)));
    }
  }
}
