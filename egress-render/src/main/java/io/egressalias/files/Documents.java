package io.egressalias.files;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Chunk;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.DocumentReader;
import io.egressalias.declaration.Source;
import io.egressalias.declaration.SourceStream;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The declarations of files that make one set, read one document at a time. Each file is read once,
 * and its text is not kept.
 */
public final class Documents {
  private static final int BUFFER = 1 << 16;

  private final List<Input> inputs;
  private final DocumentReader reader;

  /** A file or standard input. */
  interface Input {
    /** Returns what the user calls it. */
    String name();

    /** Returns what it holds; asked for once. */
    InputStream open() throws IOException;

    /** Returns why it is not read, as words for what was found; empty: it is read. */
    Optional<String> refused();
  }

  /** Gets what was read. */
  public interface Reading {
    /**
     * Gets a stretch.
     *
     * @param file the name of the file as given
     * @param aliases how many were read so far
     */
    void stretch(String file, Chunk chunk, Validated<Declarations> read, long aliases);

    /** Gets findings about a file as a whole, or about the set. */
    void problems(List<Diagnostic> found);
  }

  Documents(List<Input> inputs, Assumptions assumptions) {
    this.inputs = List.copyOf(inputs);
    this.reader = new DocumentReader(assumptions);
  }

  /**
   * Reads everything, in the order of the names.
   *
   * @throws Failure if a file cannot be read
   */
  public void read(Reading reading) {
    for (Input input : inputs) {
      Optional<String> refused = input.refused();
      if (refused.isPresent()) {
        reading.problems(reader.problems(Source.unread(input.name(), refused.get())));
      } else {
        read(input, reading);
      }
    }
    reading.problems(reader.end(inputs.get(0).name()));
  }

  private void read(Input input, Reading reading) {
    SourceStream source = new SourceStream(input.name());
    try (InputStream in = input.open()) {
      byte[] bytes = new byte[BUFFER];
      for (int n = in.read(bytes); n >= 0 && !source.failed(); n = in.read(bytes)) {
        read(input, source.add(bytes, n), reading);
      }
    } catch (IOException e) {
      throw Failure.of("read", input.name(), e);
    }
    read(input, source.end(), reading);
    reading.problems(reader.problems(source));
  }

  private void read(Input input, List<Chunk> chunks, Reading reading) {
    for (Chunk chunk : chunks) {
      Validated<Declarations> read = reader.read(input.name(), chunk);
      reading.stretch(input.name(), chunk, read, reader.aliases());
    }
  }
}
