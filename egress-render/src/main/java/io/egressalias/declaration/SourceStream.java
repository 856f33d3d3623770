package io.egressalias.declaration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text in UTF-8 that comes in pieces and is cut into documents. Of a text that exceeds a limit of
 * {@link Limits} nothing is taken beyond the limit.
 */
public final class SourceStream {
  private final String name;
  private final Chunks chunks = new Chunks();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  /** The bytes of a character whose others have not come yet. */
  private byte[] rest = new byte[0];

  private long length;
  private int documents;
  private Optional<Problem> problem = Optional.empty();

  /**
   * Begins a text.
   *
   * @param name a file name as given, or {@code <stdin>}; only ever printed
   */
  public SourceStream(String name) {
    this.name = name;
  }

  /** Returns what the user calls the text. */
  public String name() {
    return name;
  }

  /** Takes more of the text, and returns the stretches that are whole now. */
  public List<Chunk> add(byte[] bytes, int count) {
    length += count;
    if (length > Limits.BYTES && !failed()) {
      problem = Optional.of(Source.tooLarge());
    }
    if (failed()) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.allocate(rest.length + count).put(rest).put(bytes, 0, count).flip();
    return kept(chunks.add(decode(in, false)));
  }

  /** Returns what is left, when there is no more. */
  public List<Chunk> end() {
    if (failed()) {
      return List.of();
    }
    List<Chunk> last = new ArrayList<>(kept(chunks.add(decode(ByteBuffer.wrap(rest), true))));
    if (!failed()) {
      last.addAll(kept(chunks.end()));
    }
    return last;
  }

  /** Returns whether nothing more of the text can be read; {@link DocumentReader} says why. */
  public boolean failed() {
    return problem.isPresent();
  }

  Optional<Problem> problem() {
    return problem;
  }

  private List<Chunk> kept(List<Chunk> whole) {
    int room = Limits.DOCUMENTS - documents;
    documents += whole.size();
    if (whole.size() <= room) {
      return whole;
    }
    problem = Optional.of(ChunkReader.tooManyDocuments(whole.get(room)));
    return whole.subList(0, room);
  }

  private CharSequence decode(ByteBuffer in, boolean last) {
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result = decoder.decode(in, out, last);
    out.flip();
    rest = new byte[in.remaining()];
    in.duplicate().get(rest);
    if (result.isError()) {
      problem = Optional.of(Source.notUtf8(chunks.place(out), in.get(in.position())));
    }
    return out;
  }
}
