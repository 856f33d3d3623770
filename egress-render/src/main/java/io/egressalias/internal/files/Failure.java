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
            + "` is not a valid file name"
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
            + "` contains characters that this locale cannot encode. Set `LC_ALL=C.UTF-8`, or"
            + " rename the file");
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
      return "the file does not exist. Check the name";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied. Check the owner and the permissions of the file";
    }
    if (e instanceof NotDirectoryException) {
      return "a part of the path is not a directory. Check the name";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file with this name exists, and is not a directory. Check the name";
    }
    if (e instanceof CharacterCodingException) {
      return "the file is not valid UTF-8. Check its content";
    }
    String reason = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    return reason == null ? String.valueOf(e.getMessage()) : advised(reason);
  }

  /** Adds a remedy to the message of the operating system. */
  private static String advised(String reason) {
    return switch (reason) {
      case "No space left on device" ->
          "no space is left on the device. Free some space, or write to another place";
      case "Disk quota exceeded" ->
          "the disk quota is exceeded. Free some space, or write to another place";
      case "File too large" ->
          "the file would exceed the limit of `ulimit -f` or of the file system. Raise the limit, or"
              + " write to another place";
      case "Read-only file system" -> "the file system is read-only. Write to another place";
      case "Bad file descriptor" -> "it is closed. Open it, or pass a file to `-o`";
      case "Not a directory" -> "a part of the path is not a directory. Check the name";
      default -> reason;
    };
  }
}
