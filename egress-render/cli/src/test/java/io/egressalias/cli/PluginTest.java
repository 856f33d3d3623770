package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the messages of the function for input that it cannot read. */
final class PluginTest {
  @TempDir private Path directory = Path.of("");

  private Run run(InputStream in, ToIntFunction<Plugin> door) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = door.applyAsInt(new Plugin(new Terminal(in, out, err, directory)));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void inputThatIsNotUtf8IsRefused() {
    byte[] bytes = "kind: ResourceList\ntext: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Run run = run(new ByteArrayInputStream(bytes), Plugin::function);
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            "egress: standard input is not in UTF-8. Save the files that it comes from as UTF-8.\n"),
        run);
  }

  @Test
  void inputOverTheLimitIsRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    Run run = run(endless, Plugin::function);
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().contains(Limits.BYTES / 1024 / 1024 + " MiB"), run.err());
  }

  @Test
  void absentConfigurationIsRefused() {
    Run run = run(InputStream.nullInputStream(), plugin -> plugin.legacy("no-such-file"));
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().contains("`no-such-file`: there is no such file"), run.err());
  }

  @Test
  void configurationThatIsNotUtf8IsRefused() throws Exception {
    Files.write(directory.resolve("config"), new byte[] {(byte) 0xff});
    Run run = run(InputStream.nullInputStream(), plugin -> plugin.legacy("config"));
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().contains("cannot read `config`"), run.err());
  }

  @Test
  void eachFindingIsOneLine() {
    Run run = run(InputStream.nullInputStream(), Plugin::function);
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.err().startsWith("error EGA1001: expected a document"), run.err());
    assertEquals(1, run.err().lines().count());
  }
}
