package io.egressalias.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Chunk;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Limits;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is read of files that make one set. */
final class DocumentsTest {
  private static final int MANY = 300;

  /** Documents may be looked up as often as aliases are repeated; the files are read once. */
  @Test
  void filesWithTheSameAliasesAreReadOnce() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append(declaration(i));
    }
    Counted p = new Counted("p.yaml", text.toString(), Integer.MAX_VALUE);
    Counted q = new Counted("q.yaml", text.toString(), Integer.MAX_VALUE);
    List<Diagnostic> found = read(p, q);
    assertEquals(MANY, found.stream().filter(f -> f.rule() == Rule.DUPLICATE_OBJECT).count());
    assertTrue(
        found.get(MANY - 1).message().endsWith("as `spec.aliases[0]` of document " + MANY),
        found.get(MANY - 1).message());
    for (Counted input : List.of(p, q)) {
      assertEquals(1, input.opened);
      assertEquals(text.length(), input.read);
    }
  }

  /** An input without an end is left at the limit, whatever it repeats. */
  @ParameterizedTest
  @ValueSource(strings = {"---\n", "--- ~\n", "#\n", "...\n", "%YAML 1.2\n---\n...\n"})
  void endlessInputIsLeftAtTheLimit(String repeated) {
    Counted endless = new Counted("endless", repeated, Integer.MAX_VALUE / repeated.length());
    List<Diagnostic> found = read(endless);
    assertEquals(Rule.LIMIT, found.get(0).rule(), found::toString);
    assertTrue(endless.read <= Limits.BYTES + (1 << 17), () -> "read " + endless.read);
  }

  @Test
  void moreDocumentsThanTheLimitAreNotRead() {
    Counted many = new Counted("many", "--- a\n", 200_000);
    List<Diagnostic> found = read(many);
    assertEquals(100_001, found.size());
    Diagnostic last = found.get(100_000);
    assertEquals("the text has more than 100,000 documents", last.message());
    assertEquals(100_001, last.location().orElseThrow().line());
    assertTrue(many.read < 6 * 100_001 + (1 << 17), () -> "read " + many.read);
  }

  private static String declaration(int number) {
    return """
        ---
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: any}
        spec:
          aliases:
          - {name: a%s, externalName: a.example.com, ports: [{name: http, port: 80}]}
        """
        .formatted(number);
  }

  private static List<Diagnostic> read(Counted... inputs) {
    List<Diagnostic> all = new ArrayList<>();
    new Documents(List.of(inputs), Assumptions.none())
        .read(
            new Documents.Reading() {
              @Override
              public void stretch(
                  String file, Chunk chunk, Validated<Declarations> read, long aliases) {
                read.diagnostics().stream()
                    .filter(each -> each.severity() == Severity.ERROR)
                    .forEach(all::add);
              }

              @Override
              public void problems(List<Diagnostic> found) {
                all.addAll(found);
              }
            });
    return all;
  }

  /** An input that counts what is read of it. */
  private static final class Counted implements Documents.Input {
    private final String name;
    private final byte[] repeated;
    private final int times;
    private int opened;
    private long read;

    Counted(String name, String repeated, int times) {
      this.name = name;
      this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
      this.times = repeated.length() > 1000 ? 1 : times;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<String> refused() {
      return Optional.empty();
    }

    @Override
    public InputStream open() {
      opened++;
      return new InputStream() {
        private int left = times;
        private InputStream piece = InputStream.nullInputStream();

        @Override
        public int read() {
          throw new AssertionError("reads byte by byte");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
          int got = piece.readNBytes(bytes, offset, length);
          while (got < length && left > 0) {
            left--;
            piece = new ByteArrayInputStream(repeated);
            got += piece.readNBytes(bytes, offset + got, length - got);
          }
          read += got;
          return got == 0 ? -1 : got;
        }
      };
    }
  }
}
