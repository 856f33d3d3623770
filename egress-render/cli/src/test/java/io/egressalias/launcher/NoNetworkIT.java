package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command runs without a network and does not try to use one: it loads no class for sockets or
 * for resolving names.
 */
@Tag("long")
final class NoNetworkIT {
  private static final Pattern NETWORK =
      Pattern.compile(
          "(java\\.net\\.(Socket|ServerSocket|DatagramSocket|SocketImpl|Inet.*Impl|HttpURLConnection)"
              + "|sun\\.nio\\.ch\\.(.*Socket.*|DatagramChannelImpl)"
              + "|sun\\.net\\.(www\\.protocol\\.http.*|spi\\..*|dns\\..*)|(java\\.net|jdk\\.internal\\.net)\\.http\\..*)"
              + " source: .*");

  private static final String EXAMPLE = "../../examples/external-services/";

  @TempDir private Path scratch = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    for (String name : List.of("egress.yaml", "expected.yaml")) {
      Files.copy(Path.of(EXAMPLE + name), scratch.resolve(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render egress.yaml",
        "render -o out.yaml egress.yaml",
        "render --output-dir out egress.yaml",
        "lint --format sarif egress.yaml",
        "check egress.yaml --against expected.yaml",
        "plan --from egress.yaml --to egress.yaml",
        "explain EGA0301",
        "schema",
        "install --kustomize-plugin --dir plugins --dry-run",
        ""
      })
  void everyVerbRunsWithoutANetwork(String arguments) throws IOException, InterruptedException {
    String function = Files.readString(Path.of("src/main/launcher/sample.yaml"));
    Path log = scratch.resolve("classes.log");
    Program.Outcome outcome =
        Confined.withoutNetwork(Program.launcher().with(words(arguments)))
            .set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
            .in(scratch)
            .run(scratch, function);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(List.of(), loaded(log));
  }

  private static String[] words(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
  }

  @Test
  void useOfTheNetworkIsDetected() throws IOException, InterruptedException {
    Path log = scratch.resolve("classes.log");
    Program.Outcome outcome =
        Confined.withoutNetwork(
                Program.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                    .with("-Xlog:class+load:file=" + log)
                    .with("-cp", System.getProperty("java.class.path"), Caller.class.getName()))
            .run(scratch);
    assertNotEquals(0, outcome.status());
    assertTrue(outcome.err().contains("Network is unreachable"), outcome.err());
    assertTrue(loaded(log).contains("java.net.Socket"), () -> "a socket was not seen");
  }

  private static List<String> loaded(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    assertTrue(lines.size() > 100, "too few classes");
    return lines.stream()
        .map(line -> line.replaceFirst("^(\\[[^]]*\\])*\\s*", ""))
        .filter(line -> NETWORK.matcher(line).matches())
        .map(line -> line.replaceFirst(" source: .*", ""))
        .toList();
  }

  /** Uses the network, to prove that the test detects it. */
  static final class Caller {
    private Caller() {}

    public static void main(String[] arguments) throws IOException {
      try (Socket socket = new Socket()) {
        InetAddress documentation = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        socket.connect(new InetSocketAddress(documentation, 80));
      }
    }
  }
}
