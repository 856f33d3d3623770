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
            + "` is not a valid file name"
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
            + "` contains characters that this locale cannot encode. Set `LC_ALL=C.UTF-8`, or"
            + " rename the file");
  }

  /** Says why standard output cannot be written to; nothing, where nobody reads it any more. */
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

  /** Says what to do about what a system says. */
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
