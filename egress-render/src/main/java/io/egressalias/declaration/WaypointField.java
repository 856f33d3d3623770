package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.model.Waypoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a waypoint. */
enum WaypointField implements DescribedField<Waypoint.Named, WaypointField.Draft> {
  NAME(required("name", TEXT, "The name of the waypoint's Gateway.", "waypoint")),
  NAMESPACE(
      optional("namespace", TEXT, "The namespace of the waypoint's Gateway.", "istio-egress")
          .byDefault("the namespace of the alias"));

  static final TextOrFields SHAPE = new TextOrFields(Fields.of(DescribedField.fieldsOf(values())));

  static final WaypointField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  WaypointField(Field field) {
    this.field = field;
  }

  /** The values of a waypoint. */
  static final class Draft {
    private String name = "";
    private Optional<String> namespace = Optional.empty();
  }

  /** Reads a name, the word for the waypoint of the namespace, or a map. */
  static Optional<Waypoint> read(@Nullable Tree value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Mapping) {
      Draft read = FieldReader.map(ALL, SHAPE.fields(), value, new Draft());
      return Optional.of(new Waypoint.Named(read.name, read.namespace));
    }
    Optional<String> text = FieldReader.text(value);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        text.get().equals(Waypoint.OF_NAMESPACE)
            ? Waypoint.ofNamespace()
            : Waypoint.named(text.get()));
  }

  /** Returns a waypoint as a string where a string means it; null: none. */
  static @Nullable JsonNode written(@Nullable Waypoint waypoint) {
    if (waypoint == null) {
      return null;
    }
    if (!(waypoint instanceof Waypoint.Named named)) {
      return FieldWriter.text(Waypoint.OF_NAMESPACE);
    }
    return named.namespace().isEmpty() && !named.name().equals(Waypoint.OF_NAMESPACE)
        ? FieldWriter.text(named.name())
        : FieldWriter.map(ALL, named);
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public Draft read(@Nullable Tree value, Draft draft) {
    switch (this) {
      case NAME -> draft.name = FieldReader.requiredText(value);
      case NAMESPACE -> draft.namespace = FieldReader.text(value);
    }
    return draft;
  }

  @Override
  public @Nullable JsonNode write(Waypoint.Named waypoint) {
    return switch (this) {
      case NAME -> FieldWriter.text(waypoint.name());
      case NAMESPACE -> FieldWriter.text(waypoint.namespace());
    };
  }
}
