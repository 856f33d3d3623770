package io.egressalias.maven;

import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records the inputs and outputs of an execution of the goal. Compares content: file times are too
 * coarse on some systems, and a checkout changes all of them.
 */
final class BuildState {
  private static final String HEADER =
      "# What egress:generate wrote. Delete this file to have everything rendered anew.\n";

  private static final Pattern OUTPUT = Pattern.compile("([0-9a-f]{64})  (.+)");

  private final Path file;

  /** A written file, with the hash of its content. */
  private record Output(String hash, Path path) {
    boolean isAsWritten() throws IOException {
      return Files.isRegularFile(path) && BuildState.hash(Files.readAllBytes(path)).equals(hash);
    }
  }

  BuildState(Path file) {
    this.file = file;
  }

  /** Returns whether all outputs exist unchanged and were written from the same inputs. */
  boolean isCurrent(String inputs) throws IOException {
    String before = text();
    return !before.isEmpty() && before.equals(describe(inputs, paths(outputs(before))));
  }

  /** Deletes partial files of killed builds if nothing is recorded. */
  void tidy() throws IOException {
    new WrittenFile(file).tidy();
  }

  /** Records inputs and outputs. */
  void record(String inputs, Collection<Path> written) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    new WrittenFile(file).write(describe(inputs, written));
  }

  /** Deletes the record. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Deletes recorded outputs below a path that are no longer written. Files that were changed since
   * are kept.
   */
  void withdraw(Path below, Collection<Path> kept) throws IOException {
    for (Output output : outputs(text())) {
      if (output.path().startsWith(below)
          && !kept.contains(output.path())
          && output.isAsWritten()) {
        Files.delete(output.path());
      }
    }
  }

  private String text() throws IOException {
    return Files.isRegularFile(file) ? Files.readString(file) : "";
  }

  private static List<Output> outputs(String text) {
    List<Output> outputs = new ArrayList<>();
    Matcher line = OUTPUT.matcher(text);
    while (line.find()) {
      outputs.add(new Output(line.group(1), Path.of(line.group(2))));
    }
    return outputs;
  }

  private static List<Path> paths(List<Output> outputs) {
    return outputs.stream().map(Output::path).toList();
  }

  /** Uses the format of {@code sha256sum}. */
  private static String describe(String inputs, Collection<Path> outputs) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append("inputs ").append(hash(inputs));
    for (Path output : outputs) {
      String hash = Files.isRegularFile(output) ? hash(Files.readAllBytes(output)) : "missing";
      text.append('\n').append(hash).append("  ").append(output);
    }
    return text.append('\n').toString();
  }

  private static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
