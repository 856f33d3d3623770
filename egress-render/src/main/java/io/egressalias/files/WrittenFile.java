package io.egressalias.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    write(new Text(text));
  }

  /**
   * Writes what waits in a spool, if the file does not hold it already.
   *
   * @throws IOException if that cannot be done; the file is then as it was
   */
  public void write(Spool spool) throws IOException {
    write((Content) spool);
  }

  private void write(Content content) throws IOException {
    put(content);
    if (Files.isRegularFile(path)) {
      Draft.clear(path.toRealPath().resolveSibling(""));
    }
  }

  /** Writes a text, and does not look for what killed processes have left beside it. */
  void put(String text) throws IOException {
    put(new Text(text));
  }

  private void put(Content content) throws IOException {
    refuseDirectories(path);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A device or a pipe, such as /dev/stdout, has no content to be kept whole.
      write(content, path, StandardOpenOption.WRITE);
      return;
    }
    Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
    if (!holds(target, content)) {
      replace(target, content);
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
    return holds(path, new Text(text));
  }

  private static boolean holds(Path file, Content content) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != content.size()) {
      return false;
    }
    try (SameContent same = new SameContent(Files.newInputStream(file))) {
      content.writeTo(same);
      return same.isSame();
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path fresh = Draft.of(target);
    try {
      write(content, fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepPermissions(target, fresh);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(Content content, Path file, OpenOption... options) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, options)) {
      content.writeTo(out);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    boolean posix = from.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(to, Set.copyOf(Files.getPosixFilePermissions(from)));
    }
  }

  private static final class Text implements Content {
    private final byte[] bytes;

    Text(String text) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }
}
