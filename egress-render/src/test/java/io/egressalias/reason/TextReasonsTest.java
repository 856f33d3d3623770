package io.egressalias.reason;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.RuleCase;
import io.egressalias.diagnostic.Rule;
import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reasons of rules about text: how other programs read what a rule refuses. */
final class TextReasonsTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/readers").toAbsolutePath();

  @TempDir private Path scratch = Path.of("");

  @Test
  void otherBytesAreReplaced() throws IOException, InterruptedException {
    Path file = Files.write(scratch.resolve("in.yaml"), "owner: Jos\u00e9\n".getBytes(ISO_8859_1));
    Program node =
        Program.onPath("node")
            .with(SCRIPTS.resolve("read.js").toString())
            .with(variable("EGRESS_JS_YAML"), file.toString());
    assertEquals("Jos\uFFFD", read(node).path("owner").asString());
  }

  @Test
  void theLastOfTwoEqualKeysIsRead() throws IOException, InterruptedException {
    assertEquals(
        "[\"198.35.26.96\"]",
        python(Rule.DUPLICATE_KEY).at("/spec/aliases/0/endpoints").toString());
  }

  @Test
  void aReleaseWithoutQuotesIsANumber() throws IOException, InterruptedException {
    assertEquals(
        "{\"float\":\"1.3\"}", python(Rule.WRONG_TYPE).at("/spec/platform/kubernetes").toString());
  }

  /** The class with which a server of the JDK reads the name. */
  @ParameterizedTest
  @ValueSource(strings = {"*.example.com", "api.example.com:443", "api.example.com."})
  void serverNamesThatAServerRefuses(String name) {
    assertThrows(IllegalArgumentException.class, () -> new SNIHostName(name));
    assertEquals("api.example.com", new SNIHostName("api.example.com").getAsciiName());
  }

  private JsonNode python(Rule rule) throws IOException, InterruptedException {
    String text = new RuleCase(rule).source(RuleCase.WRONG).text();
    Path file = Files.writeString(scratch.resolve("in.yaml"), text);
    return read(
        Program.of(variable("EGRESS_PYYAML"))
            .with(SCRIPTS.resolve("read.py").toString(), "SafeLoader", file.toString()));
  }

  private JsonNode read(Program program) throws IOException, InterruptedException {
    Program.Outcome outcome = program.run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    List<JsonNode> documents =
        JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(outcome.out()).readAll();
    return documents.get(0);
  }

  private static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(v -> !v.isEmpty());
    Program.require(value.isPresent(), name + " is not set");
    return value.orElse("");
  }
}
