package io.egressalias.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** Programs that are kept from something, by namespaces of their own. */
public final class Confined {
  private Confined() {}

  /**
   * A program without any network, not even with itself; where namespaces cannot be made, the test
   * is skipped.
   */
  public static Program withoutNetwork(Program program) throws IOException, InterruptedException {
    return program.by(unshare("-rn"));
  }

  /**
   * A script for a shell that may mount file systems, which nobody else sees and which go with it.
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

  /** A program without the right of root to read and write everything; root alone needs it. */
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
