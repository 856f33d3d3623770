package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the schema with the reader: a document has a structural finding if and only if a JSON
 * Schema validator refuses it.
 */
final class SchemaAgreesTest {
  private static final Path RULES =
      Path.of("../egress-model/src/main/resources/io/egressalias/rules");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.document());

  /** Every field once, except fields that exclude another. */
  private static final String FULL =
      """
      {"apiVersion": "egressalias.io/v1alpha1", "kind": "EgressAliases",
       "metadata": {"name": "all", "annotations": {"a": "b"}},
       "spec": {
        "platform": {"kubernetes": "1.34", "istio": "1.27", "clusterDomain": "cluster.local",
         "outboundTrafficPolicy": "ALLOW_ANY"},
        "namespace": "shop", "labels": {"a": "b"}, "annotations": {"a": "b"},
        "aliases": [
         {"name": "one", "namespace": "shop", "labels": {"a": "b"}, "annotations": {"a": "b"},
          "externalName": "a.example", "authority": "a.example", "preserveAuthority": false,
          "ports": [{"name": "http", "port": 80, "targetPort": 443, "protocol": "TCP",
           "appProtocol": "http", "tls": {"mode": "SIMPLE", "sni": "a.example",
            "subjectAltNames": ["a.example"], "caCertificates": "system"}}],
          "tls": {"mode": "MUTUAL", "clientCertificate": "/c", "privateKey": "/k",
           "credentialName": "c"},
          "workloadSelector": {"matchLabels": {"a": "b"}}},
         {"name": "two", "endpoints": ["10.20.0.10", {"address": "10.20.0.11", "hostname": "a"}],
          "clusterIP": "None",
          "ports": [{"name": "tls", "port": 443}]},
         {"name": "three", "selector": {"a": "b"}, "ports": [{"name": "tls", "port": 443}]}]}}
      """;

  /** Examples that are manifests, or no YAML. */
  private static final Pattern MANIFESTS_OR_TEXT = Pattern.compile("EGA(00|1[12])");

  /** An unpaired surrogate can only be written as an escape. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** JSON is YAML, so both read the same text. */
  @Property(tries = 3000)
  void schemaAndReaderAgreeOnStructure(@ForAll("documents") JsonNode document) {
    Statistics.collect(agree(document) ? "accepted" : "refused");
    Statistics.coverage(
        coverage -> {
          coverage.check("accepted").percentage(p -> p >= 20);
          coverage.check("refused").percentage(p -> p >= 20);
        });
  }

  /** The unchanged documents from which mutations start. */
  @Example
  void schemaAndReaderAgreeOnValidDocuments() throws IOException {
    for (JsonNode document : sound()) {
      assertTrue(agree(document), document::toString);
    }
  }

  /** Tests every value in every place, because random mutations rarely do. */
  @Example
  void schemaAndReaderAgreeOnEveryValueInEveryPlace() {
    ObjectNode full = (ObjectNode) JsonMapper.shared().readTree(FULL);
    assertTrue(agree(full), "sound");
    int refused = 0;
    int places = Mutation.places(full);
    for (int place = 0; place < places; place++) {
      for (int value = 0; value < Mutation.values(); value++) {
        ObjectNode changed = full.deepCopy();
        new Mutation(Mutation.Kind.REPLACE, place, value).apply(changed);
        refused += agree(changed) ? 0 : 1;
      }
    }
    assertTrue(refused > places * Mutation.values() / 2, () -> "of " + places + " places");
  }

  /** Returns whether schema and reader both accept the document; fails if they differ. */
  private static boolean agree(JsonNode document) {
    String text = JSON.writeValueAsString(document);
    List<Error> refused = SCHEMA.validate(document);
    List<Diagnostic> found =
        DeclarationReader.read("a.json", text).diagnostics().stream()
            .filter(SchemaAgreesTest::isOfStructure)
            .toList();
    assertEquals(refused.isEmpty(), found.isEmpty(), () -> text + "\n" + refused + "\n" + found);
    return refused.isEmpty();
  }

  private static boolean isOfStructure(Diagnostic finding) {
    boolean range = finding.message().startsWith("expected a port between");
    return switch (finding.rule()) {
      case TLS_FIELD, ISTIO_MUTUAL -> true;
      case PORT_RANGE, TARGET_PORT -> range;
      default -> finding.rule().code().startsWith(Rule.KIND.code().substring(0, 5));
    };
  }

  @Provide
  Arbitrary<JsonNode> documents() throws IOException {
    List<JsonNode> sound = sound();
    Arbitrary<Mutation> mutations =
        Combinators.combine(
                Arbitraries.of(Mutation.Kind.class),
                Arbitraries.integers().between(0, 1 << 20),
                Arbitraries.integers().between(0, 1 << 20))
            .as(Mutation::new);
    return Combinators.combine(Arbitraries.of(sound), mutations.list().ofMinSize(0).ofMaxSize(3))
        .as(
            (document, changes) -> {
              ObjectNode changed = (ObjectNode) document.deepCopy();
              changes.forEach(change -> change.apply(changed));
              return changed;
            });
  }

  /** The declarations of the rules that have no structural error. */
  private static List<JsonNode> sound() throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !MANIFESTS_OR_TEXT.matcher(file.toString()).find())
          .sorted()
          .map(SchemaAgreesTest::tree)
          .filter(document -> SCHEMA.validate(document).isEmpty())
          .toList();
    }
  }

  private static JsonNode tree(Path file) {
    try {
      Object value =
          new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build())
              .loadFromString(Files.readString(file));
      return JsonMapper.shared().valueToTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
