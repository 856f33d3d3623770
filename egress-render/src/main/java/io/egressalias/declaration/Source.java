package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Positions;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A text and its name. */
public final class Source {
  private final String name;
  private final String text;
  private final Optional<ReadingProblem> problem;
  private final Optional<String> directory;

  private final boolean embedded;
  private final List<byte[]> blocks;

  private Source(String name, String text, Optional<ReadingProblem> problem) {
    this(name, text, problem, Optional.empty(), false, List.of());
  }

  private Source(
      String name,
      String text,
      Optional<ReadingProblem> problem,
      Optional<String> directory,
      boolean embedded,
      List<byte[]> blocks) {
    this.name = name;
    this.text = text;
    this.problem = problem;
    this.directory = directory;
    this.embedded = embedded;
    this.blocks = blocks;
  }

  /**
   * Returns a source of a text.
   *
   * @param name a file name as given, or {@code <stdin>}; only printed
   */
  public static Source of(String name, String text) {
    return new Source(name, text, Optional.empty());
  }

  /**
   * Returns a source of bytes in UTF-8. Malformed bytes, or more than {@link Limits#BYTES}, become
   * a finding when the source is read.
   *
   * @param name a file name as given, or {@code <stdin>}; only printed
   */
  public static Source decode(String name, byte[] bytes) {
    if (bytes.length > Limits.BYTES) {
      return new Source(name, "", Optional.of(tooLarge()));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    return result.isError()
        ? new Source(
            name, text, Optional.of(notUtf8(Positions.after(text, 1), bytes[in.position()])))
        : of(name, text);
  }

  /**
   * Returns a source of a large text, which only an import of manifests reads. Other readers find
   * it too large.
   *
   * @param name a file name as given, or {@code <stdin>}; only printed
   * @param blocks the bytes in UTF-8; each block but the last one has 128 KiB
   */
  public static Source large(String name, List<byte[]> blocks) {
    return new Source(
        name, "", Optional.of(tooLarge()), Optional.empty(), false, List.copyOf(blocks));
  }

  /**
   * Returns a source that is not read and that becomes a finding.
   *
   * @param name a file name as given; only printed
   * @param found what was found instead of a regular file, such as {@code a device}
   */
  public static Source unread(String name, String found) {
    return new Source(
        name,
        "",
        Optional.of(
            new ReadingProblem(
                Rule.LIMIT,
                new Position(1, 1),
                "expected a regular file of at most %s MiB, found %s"
                    .formatted(Limits.BYTES / 1024 / 1024, found),
                "Remove the file from the directory, or pass a regular file")));
  }

  /**
   * Returns the same source as one that was found in a directory, and that the user did not name. A
   * document for another tool in it is skipped with a finding of severity info.
   *
   * @param directory the name of the directory; only printed
   */
  public Source foundIn(String directory) {
    return new Source(name, text, problem, Optional.of(directory), embedded, blocks);
  }

  /**
   * Returns the same source as part of another text, such as a configuration in a list. Messages
   * then do not name its lines, because the user does not see them.
   */
  public Source embedded() {
    return new Source(name, text, problem, directory, true, blocks);
  }

  boolean isEmbedded() {
    return embedded;
  }

  /** Returns the directory in which the source was found; empty if the user named the source. */
  public Optional<String> directory() {
    return directory;
  }

  /** Returns the name of the text. */
  public String name() {
    return name;
  }

  /**
   * Returns the text; the part before a malformed byte, and nothing of a text that is too large or
   * not read.
   */
  public String text() {
    return text;
  }

  /**
   * Returns the bytes of a source that only an import of manifests reads; empty: another source.
   */
  public List<byte[]> blocks() {
    return blocks;
  }

  /** Returns the finding about a text that is not read; empty: the text can be read. */
  public Optional<Diagnostic> unreadable() {
    return problem.map(
        found ->
            Diagnostic.of(found.rule(), 0, FieldPath.root(), found.message(), found.remedy())
                .at(new SourceLocation(name, found.position().line(), found.position().column())));
  }

  Optional<ReadingProblem> problem() {
    return problem;
  }

  static ReadingProblem tooLarge() {
    return new ReadingProblem(
        Rule.LIMIT,
        new Position(1, 1),
        "expected at most %s MiB, found more".formatted(Limits.BYTES / 1024 / 1024),
        "Split the file into several files");
  }

  static ReadingProblem notUtf8(Position place, byte unexpected) {
    return new ReadingProblem(
        Rule.TEXT,
        place,
        "expected text in UTF-8, found the byte `0x%02X`".formatted(unexpected),
        "Save the file as UTF-8, or remove the file from the input if the file is not text");
  }
}
