package io.egressalias.internal.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is replaced atomically: the content is written to a partial file next to it, which is
 * then moved. A file with equal content is not touched. The mode of an existing file is kept; the
 * mode of a new file follows the umask of the process.
 */
public final class WrittenFile {
  private static final int ATTEMPTS = 20;

  /** The number of consecutive links that Linux follows. */
  private static final int LINKS = 40;

  private static final int BLOCK = 1 << 16;

  /** The limit for a file that is compared; 100,000 aliases have about 60 MiB. */
  private static final int MOST_MIB = 256;

  /** The result of decoding malformed bytes, and of decoding itself. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Path path;

  /** Returns the file at a path; if the path is a symbolic link, its target is written. */
  public WrittenFile(Path path) {
    this.path = path;
  }

  /**
   * Writes a text, unless the file already has it.
   *
   * @throws IOException if the text cannot be written; the file is then unchanged
   */
  public void write(String text) throws IOException {
    write(new Text(text));
  }

  /**
   * Writes a content, unless the file already has it.
   *
   * @throws IOException if the content cannot be written; the file is then unchanged
   */
  public void write(FileContent content) throws IOException {
    refuseDirectories(path);
    refuseWhatIsOpen(path);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A device or a pipe, such as /dev/stdout, is written directly, because it cannot be
      // replaced.
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        write(content, out);
      }
      return;
    }
    Path target = Files.isSymbolicLink(path) ? target(path) : path.toAbsolutePath();
    // Partial files of killed processes are deleted first, because they may occupy the space that
    // is needed.
    PartialFile.clear(target.resolveSibling(""));
    replace(target, content);
  }

  /**
   * A file that another program has open for writing can neither be replaced nor be written from
   * its start.
   */
  private static void refuseWhatIsOpen(Path path) throws IOException {
    Path at = path;
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == LINKS) {
        throw nowhere(path);
      }
      boolean descriptor = at.toAbsolutePath().resolveSibling("").toRealPath().startsWith("/proc");
      if (descriptor && Files.isRegularFile(at)) {
        throw new FileSystemException(
            path.toString(),
            null,
            "it is a file that is open already. Write to standard output, and redirect that");
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
  }

  private static Path target(Path link) throws IOException {
    if (!Files.exists(link)) {
      throw nowhere(link);
    }
    return link.toRealPath();
  }

  private static FileSystemException nowhere(Path link) {
    return new FileSystemException(
        link.toString(), null, "it is a link that leads to no file. Correct it, or delete it");
  }

  /**
   * Writes a text to a path that is not a link, and replaces a link that was created in the
   * meantime. Does not delete partial files of killed processes.
   */
  void put(String text) throws IOException {
    replace(path, new Text(text));
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
   * Deletes partial files of killed processes next to the file, when there is nothing to write.
   *
   * @throws IOException if the file is a link that cannot be followed
   */
  public void tidy() throws IOException {
    if (Files.isRegularFile(path)) {
      PartialFile.clear(path.toRealPath().resolveSibling(""));
    }
  }

  /**
   * Returns the content of the file, or of the target of a link; empty: the file does not exist.
   *
   * @throws IOException if it is neither a regular file nor a pipe, has more than 256 MiB, is not
   *     text in UTF-8, or cannot be read
   */
  public Optional<String> read() throws IOException {
    try {
      FileKind kind = FileKind.of(path);
      return kind == FileKind.PIPE ? Optional.of(text()) : read(kind);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns the content of the file as {@link #read} does, but does not follow links. */
  Optional<String> readItself() throws IOException {
    try {
      return read(FileKind.ofItself(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Optional<String> read(FileKind kind) throws IOException {
    if (kind != FileKind.REGULAR) {
      String reason = "expected a regular file, found " + kind.words() + ". Move it away";
      throw new FileSystemException(path.toString(), null, reason);
    }
    return Optional.of(text());
  }

  private String text() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_MIB * 1024 * 1024 + 1);
      if (bytes.length > MOST_MIB * 1024 * 1024) {
        String reason = "it has more than " + MOST_MIB + " MiB. Check the name";
        throw new FileSystemException(path.toString(), null, reason);
      }
      return decoded(bytes);
    }
  }

  /**
   * The strict decoder needs two bytes for each character, so it runs only if the text may be
   * malformed.
   */
  private static String decoded(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  boolean holds(String text) throws IOException {
    return holds(new Text(text));
  }

  /** Returns whether this is a regular file with exactly this content. */
  boolean holds(FileContent content) throws IOException {
    return holds(path, content);
  }

  private static boolean holds(Path file, FileContent content) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (SameContent same =
        new SameContent(new BufferedInputStream(Files.newInputStream(file), BLOCK))) {
      write(content, same);
      return same.isSame();
    }
  }

  /**
   * Retries, because a process in another container, which cannot see this process, may delete the
   * partial file, and another run may delete the target during the comparison.
   */
  private static void replace(Path target, FileContent content) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(target, content);
        return;
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void attempt(Path target, FileContent content) throws IOException {
    if (holds(target, content)) {
      return;
    }
    if (!Files.isWritable(target.toAbsolutePath().resolveSibling(""))) {
      throw new FileSystemException(
          target.toString(),
          null,
          "the directory cannot be written to. Check its permissions, and how it is mounted");
    }
    Path fresh = PartialFile.of(target);
    try {
      write(fresh, target, content);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Sets the permissions of the target before writing content, so that the partial file is never
   * more readable than the target.
   */
  private static void write(Path draft, Path target, FileContent content) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      keepPermissions(target, draft);
      write(content, out);
    }
  }

  private static void write(FileContent content, OutputStream out) throws IOException {
    Writer writer =
        new OutputStreamWriter(new BufferedOutputStream(out, BLOCK), StandardCharsets.UTF_8);
    content.writeTo(writer);
    writer.flush();
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    boolean posix = from.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.isRegularFile(from)) {
      Files.setPosixFilePermissions(to, Set.copyOf(Files.getPosixFilePermissions(from)));
    }
  }

  private record Text(String text) implements FileContent {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(text);
    }
  }
}
