package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.model.EndpointAddress;
import io.egressalias.resolve.Capability;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an address of {@code endpoints}. */
enum EndpointField implements DescribedField<EndpointAddress, EndpointField.Draft> {
  ADDRESS(required("address", TEXT, "The IP address.", "91.198.174.192")),
  HOSTNAME(
      optional(
              "hostname",
              TEXT,
              "The name of the address, a DNS label. In a headless Service it is a DNS name, such as"
                  + " member-0.my-service.default.svc.cluster.local.",
              "member-0")
          .needs(Capability.NAME_ADDRESSES));

  static final TextOrFields SHAPE = new TextOrFields(Fields.of(DescribedField.fieldsOf(values())));

  static final EndpointField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  EndpointField(Field field) {
    this.field = field;
  }

  /** The values of an address. */
  static final class Draft {
    private String address = "";
    private Optional<String> hostname = Optional.empty();
  }

  /** Reads an item of {@code endpoints}: an address, or a map. */
  static EndpointAddress read(Tree item) {
    if (!(item instanceof Mapping)) {
      return EndpointAddress.of(FieldReader.requiredText(item));
    }
    Draft read = FieldReader.map(ALL, SHAPE.fields(), item, new Draft());
    return new EndpointAddress(read.address, read.hostname);
  }

  /** Returns an address as a string if it has no hostname. */
  static JsonNode written(EndpointAddress endpoint) {
    return endpoint.hostname().isEmpty()
        ? FieldWriter.text(endpoint.address())
        : FieldWriter.map(ALL, endpoint);
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public Draft read(@Nullable Tree value, Draft draft) {
    switch (this) {
      case ADDRESS -> draft.address = FieldReader.requiredText(value);
      case HOSTNAME -> draft.hostname = FieldReader.text(value);
    }
    return draft;
  }

  @Override
  public @Nullable JsonNode write(EndpointAddress endpoint) {
    return switch (this) {
      case ADDRESS -> FieldWriter.text(endpoint.address());
      case HOSTNAME -> FieldWriter.text(endpoint.hostname());
    };
  }
}
