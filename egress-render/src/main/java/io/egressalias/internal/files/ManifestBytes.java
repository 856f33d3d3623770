package io.egressalias.internal.files;

import io.egressalias.declaration.Limits;
import io.egressalias.declaration.Source;
import io.egressalias.internal.text.LargeText;
import io.egressalias.model.EgressAliases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of manifests, which may be all objects of a cluster. */
final class ManifestBytes {
  /** A text up to this size is kept as one string. */
  private static final int USUAL_BLOCKS = (1 << 20) / LargeText.BLOCK;

  private static final int MOST_BLOCKS = (1 << 30) / LargeText.BLOCK;

  private ManifestBytes() {}

  /**
   * Reads a stream to its end. The blocks of a large text are not copied into one array.
   *
   * @param declarations whether the text may have declarations, which are only read in one piece
   */
  static Source read(String name, InputStream in, boolean declarations) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    byte[] block = in.readNBytes(LargeText.BLOCK);
    while (block.length == LargeText.BLOCK && blocks.size() < MOST_BLOCKS) {
      blocks.add(block);
      block = in.readNBytes(LargeText.BLOCK);
    }
    if (blocks.size() >= MOST_BLOCKS && block.length > 0) {
      return Source.unread(name, "one of more than 1,024 MiB");
    }
    blocks.add(block);
    boolean large = blocks.size() > USUAL_BLOCKS && !(declarations && mayHaveDeclarations(blocks));
    return large ? Source.large(name, blocks) : Source.decode(name, joined(blocks));
  }

  private static boolean mayHaveDeclarations(List<byte[]> blocks) {
    LargeText text = new LargeText(blocks);
    return text.length() <= Limits.BYTES && text.contains(EgressAliases.KIND, 0, text.length());
  }

  private static byte[] joined(List<byte[]> blocks) {
    byte[] last = blocks.get(blocks.size() - 1);
    ByteBuffer bytes = ByteBuffer.allocate((blocks.size() - 1) * LargeText.BLOCK + last.length);
    blocks.forEach(bytes::put);
    return bytes.array();
  }
}
