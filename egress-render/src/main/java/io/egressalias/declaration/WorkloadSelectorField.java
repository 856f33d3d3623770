package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.required;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.model.WorkloadSelector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code workloadSelector}. */
enum WorkloadSelectorField implements DescribedField<WorkloadSelector> {
  MATCH_LABELS(
      required("matchLabels", Shape.LABELS, "Labels, all of which a pod has.", "{app: curl}"));

  static final Shape SHAPE = Fields.of(DescribedField.fieldsOf(values()));

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
  public @Nullable JsonNode write(WorkloadSelector selector) {
    return switch (this) {
      case MATCH_LABELS -> Written.texts(selector.matchLabels());
    };
  }
}
