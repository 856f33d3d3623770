package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.required;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.WorkloadSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code workloadSelector}. */
enum WorkloadSelectorField implements DescribedField<WorkloadSelector, Map<String, String>> {
  MATCH_LABELS(
      required(
          "matchLabels",
          FieldSchema.LABELS,
          "Labels. A pod must have all of them.",
          "{app: curl}"));

  static final Fields SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  static final WorkloadSelectorField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  WorkloadSelectorField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public Map<String, String> read(@Nullable Tree value, Map<String, String> builder) {
    return switch (this) {
      case MATCH_LABELS -> {
        builder.putAll(FieldReader.textMap(value));
        yield builder;
      }
    };
  }

  @Override
  public @Nullable JsonNode write(WorkloadSelector selector) {
    return switch (this) {
      case MATCH_LABELS -> FieldWriter.texts(selector.matchLabels());
    };
  }
}
