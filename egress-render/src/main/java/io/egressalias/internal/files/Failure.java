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
 * Ends a run after wrong usage or a problem with a file. The message is for the user: the problem
 * and its remedy.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure.
   *
   * @param message the problem and the remedy, in two sentences without the last full stop; an
   *     empty message is not printed
   */
  public Failure(String message) {
    super(message);
  }

  /**
   * Returns the failure of an operation on a file.
   *
   * @param doing the operation, such as {@code read}
   * @param file the name of the file as the user gave it
   */
  public static Failure of(String doing, Object file, IOException e) {
    return new Failure("cannot " + doing + " `" + file + "`: " + reason(e));
  }

  /** Returns the failure for a file of a wrong kind. */
  static Failure kind(String doing, Object file, String expected, FileKind found) {
    return new Failure(
        "cannot %s `%s`: expected %s, found %s. Check the name"
            .formatted(doing, file, expected, found.words()));
  }

  /**
   * Returns the failure for a name that is not a valid path; the encoding of the locale may not
   * have its characters.
   */
  public static Failure of(InvalidPathException e) {
    boolean locale = e.getReason().startsWith("Malformed input");
    return new Failure(
        "`"
            + e.getInput()
            + "` cannot be the name of a file"
            + (locale ? " in this locale. Set `LC_ALL=C.UTF-8`" : ": " + e.getReason()));
  }

  /**
   * Returns the failure for a file in a directory whose name is not text.
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

  /**
   * Returns the failure to write to standard output; its message is empty if the pipe is closed.
   */
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

  /** Adds a remedy to the message of the operating system. */
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
