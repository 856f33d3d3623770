package io.egressalias.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is written completely before it replaces another. If the process is killed, the
 * partial file remains and a later process deletes it: its name identifies the process.
 */
final class PartialFile {
  /** Different processes can have the same number, for example in containers. */
  private static final String PROCESS =
      ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);

  /** The assumed maximum difference between the clocks of processes and files. */
  private static final Duration BLUR = Duration.ofSeconds(5);

  private static final Pattern NAME =
      Pattern.compile(
          "\\.egress-(?<process>(?<number>[0-9]{1,18})-[0-9a-f]{8})-[0-9a-f-]{36}\\.tmp");

  private PartialFile() {}

  /** Returns the path of a new partial file in the directory of its target. */
  static Path of(Path target) {
    return target.resolveSibling(".egress-" + PROCESS + "-" + UUID.randomUUID() + ".tmp");
  }

  /** Deletes the partial files in a directory that were left by killed processes. */
  static void clear(Path directory) {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, ".egress-*.tmp")) {
      for (Path draft : drafts) {
        clearAbandoned(draft);
      }
    } catch (IOException e) {
      // A directory that cannot be listed may still be writable.
      return;
    }
  }

  private static void clearAbandoned(Path draft) {
    try {
      if (isAbandoned(draft)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      // The file belongs to another user, or was completed in the meantime. It does not matter
      // here.
      return;
    }
  }

  private static boolean isAbandoned(Path draft) throws IOException {
    Matcher name = NAME.matcher(draft.getFileName().toString());
    if (!name.matches() || name.group("process").equals(PROCESS)) {
      return false;
    }
    long number = Long.parseLong(name.group("number"));
    if (number == ProcessHandle.current().pid()) {
      return true;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(number);
    return process.isEmpty() || began(process.get()).isAfter(lastWritten(draft));
  }

  /**
   * Process numbers are reused, quickly in a container: a process that started after the last write
   * is another one.
   */
  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.MIN);
  }

  private static Instant lastWritten(Path draft) throws IOException {
    return Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS).toInstant().plus(BLUR);
  }
}
