package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks {@code FIELDS.md} against the fields. */
final class FieldsDocumentTest {
  private static final Path FILE = Path.of("FIELDS.md");

  @Test
  void fieldsDocumentIsUpToDate() throws IOException {
    String current = FieldsDocument.write();
    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (Boolean.getBoolean("egress.update")) {
      Files.writeString(FILE, current);
    }
    assertEquals(committed, current, "written anew with -Degress.update=true");
  }

  @Test
  void everyFieldHasAMeaningThatFitsInATable() {
    check(FieldReference.fields());
  }

  private static void check(List<FieldDescription> fields) {
    assertFalse(fields.isEmpty());
    for (FieldDescription field : fields) {
      assertTrue(field.meaning().endsWith("."), field.name());
      assertFalse(field.fallback().endsWith("."), field.name());
      assertFalse(field.toString().contains("|"), field.name());
      assertFalse(field.required() && !field.fallback().isEmpty(), field.name());
      if (!field.fields().isEmpty()) {
        check(field.fields());
      }
    }
  }
}
