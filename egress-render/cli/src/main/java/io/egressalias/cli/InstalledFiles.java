package io.egressalias.cli;

import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The index of an installation: a line for each directory, file and link that {@code egress
 * install} creates, in the order of their creation.
 */
final class InstalledFiles {
  /** What a line is about. */
  enum Kind {
    directory,
    file,
    link
  }

  /**
   * A line of the index.
   *
   * @param state the digest of a file, or the target of a link; empty for a directory
   */
  record Entry(Kind kind, String state, Path path) {
    private static final String GAP = "\t";

    @Override
    public String toString() {
      return kind + GAP + state + GAP + path;
    }

    static Entry of(String line) {
      String[] parts = line.split(GAP, 3);
      return new Entry(Kind.valueOf(parts[0]), parts[1], Path.of(parts[2]));
    }

    /** Returns whether the path is as the installation left it. */
    boolean isUnchanged() throws IOException {
      return switch (kind) {
        case directory -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        case file ->
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && digest(Files.readAllBytes(path)).equals(state);
        case link ->
            Files.isSymbolicLink(path) && Files.readSymbolicLink(path).toString().equals(state);
      };
    }
  }

  private InstalledFiles() {}

  /** Returns the index of a prefix. */
  static Path index(Path prefix) {
    return prefix.resolve("lib/egress/installed.txt");
  }

  /**
   * Reads the index of a prefix; without an installation it is empty.
   *
   * @throws Failure if the file is no index
   */
  static List<Entry> read(Path prefix) {
    Path index = index(prefix);
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(index)) {
      for (String line : lines(index)) {
        try {
          entries.add(Entry.of(line));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
          throw new Failure(
              "`"
                  + index
                  + "` is not the index of an installation. Delete it and the files that were installed,"
                  + " and install again");
        }
      }
    }
    return entries;
  }

  /**
   * Deletes what an installation created, the last first, and returns the files and links that were
   * changed since and are kept. A directory is deleted if it is empty.
   */
  static List<Path> delete(List<Entry> entries) throws IOException {
    Set<Path> kept = new LinkedHashSet<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (!Files.exists(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      if (!entry.isUnchanged()) {
        kept.add(entry.path());
      } else if (entry.kind() != Kind.directory || isEmpty(entry.path())) {
        Files.delete(entry.path());
      }
    }
    kept.removeIf(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    return List.copyOf(kept);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private static List<String> lines(Path index) {
    try {
      return Files.readAllLines(index);
    } catch (IOException e) {
      throw Failure.of("read", index, e);
    }
  }

  /** Returns the text of an index. */
  static byte[] text(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
