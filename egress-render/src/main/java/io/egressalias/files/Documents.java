package io.egressalias.files;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Chunk;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.DocumentReader;
import io.egressalias.declaration.SourceStream;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The declarations of files that make one set, read one stretch at a time: what is held is a
 * stretch, and a few bytes for each alias that was read.
 */
public final class Documents implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final List<Input> inputs;
  private final DocumentReader reader;

  /** The number of the first declaration of each file that was begun. */
  private final int[] firsts;

  private int begun;

  /** In which stretch of its file each declaration stands. */
  private int[] stretches = new int[4];

  private int documents;
  private Again again = new Again(-1, -1, List.of());

  /**
   * A file, and what the user calls it.
   *
   * @param copy what the file holds, where it can be read once
   */
  record Input(String name, Path path, Optional<Copy> copy) {

    InputStream stream() throws IOException {
      return copy.isPresent() ? copy.get().stream() : Files.newInputStream(path);
    }

    void close() {
      if (copy.isPresent()) {
        copy.get().close();
      }
    }
  }

  private record Again(int file, int stretch, List<DocumentReader.Earlier> declarations) {}

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
    this.reader = new DocumentReader(assumptions, this::earlier);
    this.firsts = new int[inputs.size()];
  }

  /**
   * Reads everything, in the order of the names.
   *
   * @throws Failure if a file cannot be read
   */
  public void read(Reading reading) {
    for (Input input : inputs) {
      firsts[begun++] = documents;
      SourceStream source = new SourceStream(input.name());
      int[] stretch = {0};
      cut(
          input,
          source,
          chunk -> {
            Validated<Declarations> read = reader.read(input.name(), chunk);
            count(reader.documents() - documents, stretch[0]++);
            reading.stretch(input.name(), chunk, read, reader.aliases());
            return true;
          });
      reading.problems(reader.problems(source));
    }
    reading.problems(reader.end(inputs.get(0).name()));
  }

  /** Gives copies up. */
  @Override
  public void close() {
    inputs.forEach(Input::close);
  }

  private void count(int more, int stretch) {
    if (documents + more > stretches.length) {
      stretches = Arrays.copyOf(stretches, 2 * (documents + more));
    }
    Arrays.fill(stretches, documents, documents + more, stretch);
    documents += more;
  }

  /** Returns a declaration that was read before, from its file. */
  private DocumentReader.Earlier earlier(int document) {
    int file = begun - 1;
    while (firsts[file] > document) {
      file--;
    }
    int stretch = stretches[document];
    if (again.file() != file || again.stretch() != stretch) {
      again = new Again(file, stretch, again(inputs.get(file), stretch));
    }
    int first = document;
    while (first > firsts[file] && stretches[first - 1] == stretch) {
      first--;
    }
    return again.declarations().get(document - first);
  }

  private List<DocumentReader.Earlier> again(Input input, int wanted) {
    int[] stretch = {0};
    Chunk[] found = {null};
    cut(
        input,
        new SourceStream(input.name()),
        chunk -> {
          found[0] = chunk;
          return stretch[0]++ < wanted;
        });
    return reader.again(found[0]);
  }

  /** Cuts a file into stretches, up to one at which nobody wishes to go on. */
  private static void cut(Input input, SourceStream source, Predicate<Chunk> each) {
    try (InputStream in = input.stream()) {
      byte[] bytes = new byte[BUFFER];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        for (Chunk chunk : source.add(bytes, n)) {
          if (!each.test(chunk)) {
            return;
          }
        }
        if (source.failed()) {
          return;
        }
      }
      for (Chunk chunk : source.end()) {
        if (!each.test(chunk)) {
          return;
        }
      }
    } catch (IOException e) {
      throw Failure.of("read", input.name(), e);
    }
  }
}
