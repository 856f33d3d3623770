package io.egressalias.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** Runs programs with restricted access, in separate namespaces. */
public final class Confined {
  private Confined() {}

  /**
   * A program without any network, not even loopback. Without support for namespaces the test is
   * skipped.
   */
  public static Program withoutNetwork(Program program) throws IOException, InterruptedException {
    return program.by(unshare("-rn"));
  }

  /**
   * A shell script that may mount file systems, which are invisible to others and removed with it.
   */
  static Program mounting(String script, String... arguments)
      throws IOException, InterruptedException {
    return Program.of("sh", "-c", script, "sh").with(arguments).by(unshare("-rm"));
  }

  private static Program unshare(String flags) throws IOException, InterruptedException {
    Program unshare = Program.onPath("unshare").with(flags);
    int status = unshare.with("true").start().waitFor();
    Program.require(status == 0, "`unshare " + flags + "` is not permitted");
    return unshare;
  }

  /** A program without root's permission to read and write all files; only root needs this. */
  static Program withoutPrivilege(Program program) throws IOException, InterruptedException {
    boolean root =
        Program.of("id", "-u")
            .run(Path.of(System.getProperty("java.io.tmpdir")))
            .out()
            .equals("0\n");
    return root
        ? program.by(
            Program.onPath("setpriv").with("--bounding-set=-dac_override,-dac_read_search"))
        : program;
  }
}
