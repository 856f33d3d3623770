package io.egressalias.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Directories of cases, which a test copies before a program changes them. */
public final class Directories {
  private Directories() {}

  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Copies a directory without build output; texts are changed on the way. */
  public static Path copy(Path from, Path to, UnaryOperator<String> change) throws IOException {
    for (Path file : files(from)) {
      if (from.relativize(file).startsWith("target")) {
        continue;
      }
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.resolveSibling(""));
      Files.writeString(target, change.apply(Files.readString(file)));
    }
    return to;
  }

  static void copyFile(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns the texts of all files, by their names. */
  static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(directory)) {
      texts.put(directory.relativize(file).toString(), Files.readString(file));
    }
    return texts;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
