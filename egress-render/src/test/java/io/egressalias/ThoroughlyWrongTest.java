package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the findings of one long file with many errors. */
final class ThoroughlyWrongTest {
  private static final Path FOLDER = Path.of("src/test/resources/long");
  private static final String NAME = "thoroughly-wrong";
  private static final String FILE = NAME + ".yaml";

  @Test
  void findingsAreAsApproved() throws IOException {
    String text = text();
    Golden.verify(new TextReport(Map.of(FILE, text)).print(found()), FOLDER, NAME, ".txt");
  }

  @Test
  void everyFindingHasAPlaceAndARemedyAndNoneIsRepeated() throws IOException {
    List<Diagnostic> found = found();
    assertTrue(found.stream().filter(d -> d.severity() == Severity.ERROR).count() >= 25);
    Set<String> said = new HashSet<>();
    for (Diagnostic each : found) {
      assertTrue(each.location().isPresent(), each::toString);
      assertFalse(each.remedy().isBlank(), each::toString);
      assertTrue(said.add(each.rule() + " " + each.location()), each::toString);
    }
    assertEquals(Set.of(0, 1, 2), documents(found));
  }

  private static Set<Integer> documents(List<Diagnostic> found) {
    Set<Integer> documents = new HashSet<>();
    found.forEach(each -> documents.add(each.document()));
    return documents;
  }

  private static List<Diagnostic> found() throws IOException {
    return DeclarationReader.read(FILE, text()).diagnostics();
  }

  private static String text() throws IOException {
    return Files.readString(FOLDER.resolve(FILE));
  }
}
