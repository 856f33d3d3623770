package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.Field.required;
import static io.egressalias.declaration.Shape.MAP;
import static io.egressalias.declaration.Shape.TEXT;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.ListOf;
import io.egressalias.model.EgressAliases;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code spec}. */
enum SpecField implements DescribedField<EgressAliases> {
  PLATFORM(
      optional(
          "platform",
          PlatformField.SHAPE,
          "The cluster that the aliases are meant for.",
          "{kubernetes: \"1.34\", istio: \"1.27\"}")),
  NAMESPACE(
      optional("namespace", TEXT, "The namespace of aliases that declare none.", "default")
          .byDefault("none is written, and host names take default")),
  LABELS(
      optional(
          "labels",
          MAP,
          "Labels of every alias; an alias's own label of the same key wins.",
          "{team: payments}")),
  ANNOTATIONS(
      optional(
          "annotations",
          MAP,
          "Annotations of every alias; an alias's own annotation of the same key wins.",
          "{example.com/owner: payments}")),
  ALIASES(
      required(
          "aliases",
          ListOf.mergedBy("name", AliasField.SHAPE),
          "The aliases, rendered in this order.",
          "[{name: my-httpbin, externalName: httpbin.org, ports: [{name: http, port: 80}]}]"));

  static final Shape SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  SpecField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public @Nullable JsonNode write(EgressAliases declaration) {
    return switch (this) {
      case PLATFORM ->
          Written.unlessEmpty(Written.map(PlatformField.values(), declaration.platform()));
      case NAMESPACE -> Written.text(declaration.namespace());
      case LABELS -> Written.unlessEmpty(Written.texts(declaration.labels()));
      case ANNOTATIONS -> Written.unlessEmpty(Written.texts(declaration.annotations()));
      case ALIASES -> Written.list(AliasField.values(), declaration.aliases());
    };
  }
}
