package io.egressalias.internal.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The kind of a file, which decides whether it is read: a device, for example, may have no end. */
enum FileKind {
  REGULAR("a regular file"),
  DIRECTORY("a directory"),
  LINK("a link"),
  PIPE("a pipe"),
  DEVICE("a device"),
  SOCKET("a socket"),
  /** Looks like a regular file, has no length, and may contain secrets of a process. */
  KERNEL("a file of the kernel"),
  NOWHERE("a link that leads to no file"),
  OTHER("something else");

  private static final int TYPE = 0170000;

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** Returns the name of the kind for a message. */
  String words() {
    return words;
  }

  /**
   * Returns the kind of the file at a path; links are followed.
   *
   * @throws NoSuchFileException if there is neither a file nor a link
   */
  static FileKind of(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (FileSystemException e) {
      if (Files.isSymbolicLink(path)) {
        return NOWHERE;
      }
      throw e;
    }
    if (attributes.isRegularFile()) {
      return isKernels(path) ? KERNEL : REGULAR;
    }
    return attributes.isDirectory() ? DIRECTORY : special(path);
  }

  /**
   * Returns the kind of the file at a path; links are not followed.
   *
   * @throws NoSuchFileException if there is nothing
   */
  static FileKind ofItself(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isSymbolicLink()
        ? LINK
        : of(path);
  }

  private static FileKind special(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return OTHER;
    }
    int mode = (Integer) Files.getAttribute(path, "unix:mode");
    return switch (mode & TYPE) {
      case 0010000 -> PIPE;
      case 0020000, 0060000 -> DEVICE;
      case 0140000 -> SOCKET;
      default -> OTHER;
    };
  }

  private static boolean isKernels(Path path) throws IOException {
    try {
      Path real = path.toRealPath();
      return real.startsWith("/proc") || real.startsWith("/sys");
    } catch (NoSuchFileException e) {
      // An open file without a name, such as a shell creates for a here-document.
      return false;
    }
  }
}
