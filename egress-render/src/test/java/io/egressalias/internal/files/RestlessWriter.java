package io.egressalias.internal.files;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that writes two versions of a file and a directory alternately until it is killed. */
final class RestlessWriter {
  /** Long enough that a write can be interrupted. */
  private static final int LENGTH = 1 << 20;

  private final Path directory;

  RestlessWriter(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] arguments) throws IOException {
    RestlessWriter writer = new RestlessWriter(Path.of(arguments[0]));
    while (true) {
      writer.write(1);
      writer.write(2);
    }
  }

  Path file() {
    return directory.resolve("one.yaml");
  }

  Path folder() {
    return directory.resolve("split");
  }

  /**
   * Writes version 1 or 2: one object is unchanged, one changes, one exists in one version only.
   */
  void write(int version) throws IOException {
    new WrittenFile(file()).write(text(version));
    EgressAlias[] aliases = {
      alias("same", "a.example.com"),
      alias("changes", version + ".example.com"),
      alias("only-in-" + version, "c.example.com")
    };
    new OutputDirectory(folder())
        .write(
            ManifestRenderer.render(List.of(aliases), Platform.undeclared()),
            each -> "",
            Origins.of(directory, List.of("source.yaml"), each -> "source.yaml"));
  }

  static String text(int version) {
    return Integer.toString(version).repeat(LENGTH);
  }

  private static EgressAlias alias(String name, String host) {
    return EgressAlias.builder()
        .name(name)
        .externalName(host)
        .addPorts(ServicePort.of("http", 80))
        .tls(ClientTls.disable())
        .build();
  }
}
