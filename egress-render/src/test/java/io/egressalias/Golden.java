package io.egressalias;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.approvaltests.Approvals;
import org.approvaltests.approvers.FileApprover;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.QuietReporter;

/**
 * Compares a text with an approved one, byte by byte.
 *
 * <p>With {@code -Degress.update=true} a different text replaces the approved one. The run fails
 * nevertheless, so that a person reviews the change.
 */
public final class Golden {
  /** Whether a different text replaces the approved one. */
  public static final boolean UPDATE = Boolean.getBoolean("egress.update");

  static {
    // Mutation testing runs each test thousands of times in one virtual machine; ApprovalTests
    // would treat the second run as another test of the same name.
    if (Boolean.getBoolean("egress.mutation")) {
      FileApprover.tracker.addAllowedDuplicates(file -> true);
    }
  }

  private Golden() {}

  /** Compares a text with {@code <folder>/<name>.approved<extension>}. */
  public static void verify(String text, Path folder, String name, String extension) {
    Options options =
        new Options()
            .withReporter(UPDATE ? Golden::approve : QuietReporter.INSTANCE)
            .withComparator(Golden::sameBytes)
            .forFile()
            .withNamer(new Beside(folder, name))
            .forFile()
            .withExtension(extension);
    Approvals.verify(text, options);
  }

  private static boolean approve(String received, String approved) {
    try {
      Files.move(Path.of(received), Path.of(approved), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private static VerifyResult sameBytes(File received, File approved) {
    try {
      return VerifyResult.from(
          approved.exists()
              && Arrays.equals(
                  Files.readAllBytes(received.toPath()), Files.readAllBytes(approved.toPath())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names files by their case instead of the test that reads them. */
  private record Beside(Path folder, String name) implements ApprovalNamer {
    @Override
    public File getApprovedFile(String extensionWithDot) {
      return folder.resolve(name + ".approved" + extensionWithDot).toFile();
    }

    @Override
    public File getReceivedFile(String extensionWithDot) {
      return folder.resolve(name + ".received" + extensionWithDot).toFile();
    }

    @Override
    public String getApprovalName() {
      return name;
    }

    @Override
    public String getSourceFilePath() {
      return folder + File.separator;
    }

    @Override
    public ApprovalNamer addAdditionalInformation(String additionalInformation) {
      return new Beside(folder, name + "." + additionalInformation);
    }

    @Override
    public String getAdditionalInformation() {
      return "";
    }
  }
}
