package io.egressalias.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A declaration: aliases for one platform, and what they have in common. In a file it is a document
 * of the kind {@code EgressAliases}.
 */
@Value.Immutable
public sealed interface EgressAliases permits ImmutableEgressAliases {

  /** The API version of a declaration in a file. */
  String API_VERSION = "egressalias.io/v1alpha1";

  /** The kind of a declaration in a file. */
  String KIND = "EgressAliases";

  /** Returns the cluster that the aliases are meant for. */
  @Value.Default
  default Platform platform() {
    return Platform.undeclared();
  }

  /** Returns the namespace of the aliases that declare none. */
  Optional<String> namespace();

  /** Returns labels of every alias; an alias's own label of the same key wins. */
  Map<String, String> labels();

  /** Returns annotations of every alias; an alias's own annotation of the same key wins. */
  Map<String, String> annotations();

  /** Returns the aliases, as declared. */
  List<EgressAlias> aliases();

  /** Returns an alias with what it has from this declaration: namespace, labels, annotations. */
  default EgressAlias resolve(EgressAlias alias) {
    boolean namespaced = alias.namespace().isPresent() || namespace().isEmpty();
    if (namespaced && labels().isEmpty() && annotations().isEmpty()) {
      return alias;
    }
    Optional<String> namespace = alias.namespace().isPresent() ? alias.namespace() : namespace();
    return ((ImmutableEgressAlias) alias)
        .withNamespace(namespace)
        .withLabels(merged(labels(), alias.labels()))
        .withAnnotations(merged(annotations(), alias.annotations()));
  }

  /** Returns a declaration of some aliases for one platform. */
  static EgressAliases of(Platform platform, List<EgressAlias> aliases) {
    return builder().platform(platform).addAllAliases(aliases).build();
  }

  /** Starts a declaration that differs from this one in what is set. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Starts a declaration. */
  static Builder builder() {
    return ImmutableEgressAliases.builder();
  }

  private static Map<String, String> merged(Map<String, String> common, Map<String, String> own) {
    Map<String, String> merged = new LinkedHashMap<>(common);
    merged.putAll(own);
    return merged;
  }

  /**
   * Builds {@link EgressAliases}. What is set again replaces the former value; {@code add} and
   * {@code put} add to it.
   */
  interface Builder {
    /** Sets everything that another declaration has. */
    Builder from(EgressAliases declaration);

    /** Sets the cluster that the aliases are meant for. */
    Builder platform(Platform platform);

    /** Sets the namespace of the aliases that declare none. */
    Builder namespace(String namespace);

    /** Sets the namespace of the aliases that declare none, if there is one. */
    Builder namespace(Optional<String> namespace);

    /** Adds labels to every alias. */
    Builder putAllLabels(Map<String, ? extends String> labels);

    /** Adds annotations to every alias. */
    Builder putAllAnnotations(Map<String, ? extends String> annotations);

    /** Sets the aliases, in place of all others. */
    Builder aliases(Iterable<? extends EgressAlias> aliases);

    /** Adds an alias. */
    Builder addAliases(EgressAlias alias);

    /** Adds aliases. */
    Builder addAllAliases(Iterable<? extends EgressAlias> aliases);

    /** Returns the declaration. */
    EgressAliases build();
  }
}
