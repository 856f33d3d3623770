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
 * A file that is written before it takes the place of another. Where a process is killed over it,
 * it stays, and the next one clears it away: its name tells whose it is.
 */
final class PartialFile {
  /** Other processes may have had the same number, in a container for instance. */
  private static final String PROCESS =
      ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);

  /** How far the clocks of processes and of files may be apart. */
  private static final Duration BLUR = Duration.ofSeconds(5);

  private static final Pattern NAME =
      Pattern.compile(
          "\\.egress-(?<process>(?<number>[0-9]{1,18})-[0-9a-f]{8})-[0-9a-f-]{36}\\.tmp");

  private PartialFile() {}

  /** Returns the path of a new draft in the directory of what it is to become. */
  static Path of(Path target) {
    return target.resolveSibling(".egress-" + PROCESS + "-" + UUID.randomUUID() + ".tmp");
  }

  /** Deletes drafts in a directory that nobody will finish. */
  static void clear(Path directory) {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, ".egress-*.tmp")) {
      for (Path draft : drafts) {
        clearAbandoned(draft);
      }
    } catch (IOException e) {
      // Who may not list the directory may write to it all the same.
      return;
    }
  }

  private static void clearAbandoned(Path draft) {
    try {
      if (isAbandoned(draft)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      // Somebody else's, in a directory that many write to, or finished meanwhile. It is in
      // nobody's
      // way.
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

  /** Numbers come again, in a container soon: a process that began later has not written it. */
  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.MIN);
  }

  private static Instant lastWritten(Path draft) throws IOException {
    return Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS).toInstant().plus(BLUR);
  }
}
