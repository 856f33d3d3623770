package io.egressalias.internal.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * The end of a run that is wrong usage, or that a file stands in the way of. Its message is for the
 * user: what is wrong and what to do about it.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and what to do, in two sentences without the last full stop. An empty
   * message is not printed.
   */
  public Failure(String message) {
    super(message);
  }

  /**
   * Says what could not be done with a file, and why.
   *
   * @param doing what was tried, such as {@code read}
   * @param file what the user calls the file
   */
  public static Failure of(String doing, Object file, IOException e) {
    return new Failure("cannot " + doing + " `" + file + "`: " + reason(e));
  }

  /** Says that something is not of a kind that is read or written. */
  static Failure kind(String doing, Object file, String expected, FileKind found) {
    return new Failure(
        "cannot %s `%s`: expected %s, found %s. Check the name"
            .formatted(doing, file, expected, found.words()));
  }

  /** Says that nothing can have a name: it may be that the locale has no such characters. */
  public static Failure of(InvalidPathException e) {
    boolean locale = e.getReason().startsWith("Malformed input");
    return new Failure(
        "`"
            + e.getInput()
            + "` cannot be the name of a file"
            + (locale ? " in this locale. Set `LC_ALL=C.UTF-8`" : ": " + e.getReason()));
  }

  /**
   * Says that the name of a file in a directory is not text.
   *
   * @param file the name, as far as it is text
   */
  static Failure ofName(Path file) {
    return new Failure(
        "the name of `"
            + file
            + "` is not text in the encoding of this locale. Set `LC_ALL=C.UTF-8`, or rename the"
            + " file");
  }

  /** Says why standard output cannot be written to; nothing, where nobody reads it any more. */
  public static Failure ofOutput(IOException e) {
    boolean closed = String.valueOf(e.getMessage()).contains("Broken pipe");
    return new Failure(closed ? "" : "cannot write to standard output: " + reason(e));
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file. Check the name";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied. Check who owns it";
    }
    if (e instanceof NotDirectoryException) {
      return "a part of the path is not a directory. Check the name";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there, and is not a directory. Check the name";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not text in UTF-8. Look at what it holds";
    }
    String reason = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    return reason == null ? String.valueOf(e.getMessage()) : advised(reason);
  }

  /** Says what to do about what a system says. */
  private static String advised(String reason) {
    return switch (reason) {
      case "No space left on device" ->
          "there is no room left. Delete something, or write elsewhere";
      case "Disk quota exceeded" -> "the quota is used up. Delete something, or write elsewhere";
      case "File too large" ->
          "it would be larger than `ulimit -f` or the file system allows. Raise that, or write"
              + " elsewhere";
      case "Read-only file system" ->
          "its file system is mounted for reading only. Write elsewhere";
      case "Bad file descriptor" -> "it is closed. Open it, or name a file with `-o`";
      case "Not a directory" -> "a part of the path is not a directory. Check the name";
      default -> reason;
    };
  }
}
