package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.MAP;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code spec}. */
enum SpecField implements DescribedField<EgressAliases, EgressAliases.Builder> {
  PLATFORM(
      optional(
          "platform",
          PlatformField.SHAPE,
          "The cluster that the aliases are meant for.",
          "{kubernetes: \"1.34\", istio: \"1.27\"}")),
  NAMESPACE(
      optional("namespace", TEXT, "The namespace of aliases that do not declare one.", "default")
          .byDefault("no namespace is written; host names use default")),
  LABELS(
      optional(
          "labels",
          MAP,
          "Labels of every alias. A label of the alias with the same key takes precedence.",
          "{team: payments}")),
  ANNOTATIONS(
      optional(
          "annotations",
          MAP,
          "Annotations of every alias. An annotation of the alias with the same key takes"
              + " precedence.",
          "{example.com/owner: payments}")),
  TLS(
      optional(
          "tls",
          TlsField.SHAPE,
          "The TLS of aliases of externalName and endpoints that do not declare tls. The tls of an"
              + " alias or a port replaces it completely. Aliases of selector and of names of the"
              + " cluster itself do not use it.",
          "{mode: DISABLE}")),
  ALIASES(
      required(
          "aliases",
          ListOf.mergedBy("name", AliasField.SHAPE).orEmpty(),
          "The aliases, rendered in this order. With an empty list nothing is rendered.",
          "[{name: my-httpbin, externalName: httpbin.org, ports: [{name: http, port: 80}]}]"));

  static final Fields SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  static final SpecField[] ALL = values();

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
  public EgressAliases.Builder read(@Nullable Tree value, EgressAliases.Builder builder) {
    return switch (this) {
      case PLATFORM ->
          builder.platform(
              FieldReader.map(PlatformField.ALL, PlatformField.SHAPE, value, Platform.builder())
                  .build());
      case NAMESPACE -> builder.namespace(FieldReader.text(value));
      case LABELS -> builder.putAllLabels(FieldReader.textMap(value));
      case ANNOTATIONS -> builder.putAllAnnotations(FieldReader.textMap(value));
      case TLS -> builder.tls(FieldReader.tls(value));
      case ALIASES -> aliases(value, builder);
    };
  }

  /** Reads a document. */
  static EgressAliases declaration(Tree document) {
    EgressAliases.Builder builder =
        FieldReader.map(ALL, SHAPE, document.at("spec"), EgressAliases.builder());
    return builder.namespace(DeclaredNamespace.of(document)).build();
  }

  private static EgressAliases.Builder aliases(
      @Nullable Tree value, EgressAliases.Builder builder) {
    for (Tree item : FieldReader.items(value)) {
      builder.addAliases(
          FieldReader.map(AliasField.ALL, AliasField.SHAPE, item, EgressAlias.builder()).build());
    }
    return builder;
  }

  @Override
  public @Nullable JsonNode write(EgressAliases declaration) {
    return switch (this) {
      case PLATFORM ->
          FieldWriter.unlessEmpty(FieldWriter.map(PlatformField.ALL, declaration.platform()));
      case NAMESPACE -> FieldWriter.text(declaration.namespace());
      case LABELS -> FieldWriter.unlessEmpty(FieldWriter.texts(declaration.labels()));
      case ANNOTATIONS -> FieldWriter.unlessEmpty(FieldWriter.texts(declaration.annotations()));
      case TLS -> FieldWriter.tls(declaration.tls().orElse(null));
      case ALIASES -> FieldWriter.list(AliasField.ALL, declaration.aliases());
    };
  }
}
