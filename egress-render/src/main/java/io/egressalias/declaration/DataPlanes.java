package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.DataPlane;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and writes {@code dataPlane}, whose words are in lower case. */
final class DataPlanes {
  static final Word SHAPE = new Word(List.of(DataPlane.SIDECAR.word(), DataPlane.AMBIENT.word()));

  private DataPlanes() {}

  /** Returns the data plane; the default for any other value. */
  static DataPlane read(@Nullable Tree value) {
    return FieldReader.text(value).orElse("").equals(DataPlane.AMBIENT.word())
        ? DataPlane.AMBIENT
        : DataPlane.SIDECAR;
  }

  /** Returns the word, or null for the default. */
  static @Nullable JsonNode written(DataPlane dataPlane) {
    return dataPlane == DataPlane.SIDECAR ? null : FieldWriter.text(dataPlane.word());
  }
}
