package io.egressalias.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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
    if (e instanceof FileSystemException fs && fs.getReason() != null) {
      return fs.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
