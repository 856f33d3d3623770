package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New files follow the umask, and replaced files keep their permissions. */
final class PermissionsIT {
  private static final String SCRIPT =
      """
      set -e
      umask "$1"
      render="$2 render $3"
      $render -o new.yaml
      $render -o old.yaml
      $render --output-dir out/deep
      $2 install --kustomize-plugin --dir plugins >/dev/null
      find plugins -type l -exec rm {} +
      chmod 604 out/deep/service.my-httpbin.yaml
      $render --namespace shop -o old.yaml
      sed s/httpbin.org/httpbin.com/ "$3" >changed.yaml
      $2 render --output-dir out/deep changed.yaml
      """;

  @TempDir private Path scratch = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "0022, rwxr-xr-x, rw-r--r--",
    "0077, rwx------, rw-------",
    "0002, rwxrwxr-x, rw-rw-r--"
  })
  void permissionsFollowTheUmask(String umask, String directories, String files)
      throws IOException, InterruptedException {
    Path old = Files.writeString(scratch.resolve("old.yaml"), "old");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r-----"));
    Path example = Path.of("../../examples/external-services/egress.yaml").toAbsolutePath();
    Program.Outcome outcome =
        Program.of("sh", "-c", SCRIPT, "sh", umask)
            .with(Program.launcherPath().toString(), example.toString())
            .in(scratch)
            .run(Files.createTempDirectory("runs"));
    assertEquals(0, outcome.status(), outcome.err());
    Map<String, String> found = modes();
    assertEquals("rw-r-----", found.remove("old.yaml"));
    assertEquals("rw----r--", found.remove("out/deep/service.my-httpbin.yaml"));
    found.remove("");
    Map<String, String> expected = new TreeMap<>(found);
    expected.replaceAll(
        (name, mode) -> Files.isDirectory(scratch.resolve(name)) ? directories : files);
    assertEquals(expected, found);
    assertEquals(15, found.size(), found::toString);
  }

  private Map<String, String> modes() throws IOException {
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path each : all.toList()) {
        modes.put(
            scratch.relativize(each).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
      }
    }
    return modes;
  }
}
