package io.egressalias.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that has no name any more as soon as it is open, so that nothing is left of it, however
 * the process ends.
 */
final class TemporaryFile {
  private TemporaryFile() {}

  static SeekableByteChannel open() throws IOException {
    Path path = Files.createTempFile("egress", ".yaml");
    return Files.newByteChannel(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  static void write(SeekableByteChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
