package io.egressalias.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A declaration: aliases for one platform, and the fields that they share. In a file it is a
 * document of the kind {@code EgressAliases}.
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

  /**
   * Returns labels of every alias; a label of an alias takes precedence over one with the same key.
   */
  Map<String, String> labels();

  /**
   * Returns annotations of every alias; an annotation of an alias takes precedence over one with
   * the same key.
   */
  Map<String, String> annotations();

  /**
   * Returns the TLS of the aliases that declare none and lead out of the cluster; empty: not
   * declared.
   */
  Optional<ClientTls> tls();

  /** Returns the aliases, as declared; empty: nothing is rendered. */
  List<EgressAlias> aliases();

  /**
   * Returns an alias with the namespace, labels and annotations of this declaration added. {@code
   * ResolvedAlias} adds the TLS, which depends on the target.
   */
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

  /** Returns a declaration of aliases for one platform. */
  static EgressAliases of(Platform platform, List<EgressAlias> aliases) {
    return builder().platform(platform).addAllAliases(aliases).build();
  }

  /** Returns a builder with the values of this declaration. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Returns a builder. Nothing is required. */
  static Builder builder() {
    return ImmutableEgressAliases.builder();
  }

  private static Map<String, String> merged(Map<String, String> common, Map<String, String> own) {
    Map<String, String> merged = new LinkedHashMap<>(common);
    merged.putAll(own);
    return merged;
  }

  /**
   * Builds {@link EgressAliases}. Setting a value replaces the previous one; {@code add} and {@code
   * put} methods extend it.
   */
  interface Builder {
    /** Sets all values to those of another declaration. */
    Builder from(EgressAliases declaration);

    /** Sets the cluster that the aliases are meant for. */
    Builder platform(Platform platform);

    /** Sets the namespace of the aliases that declare none. */
    Builder namespace(String namespace);

    /** Sets or clears the namespace of the aliases that declare none. */
    Builder namespace(Optional<String> namespace);

    /** Adds labels to every alias. */
    Builder putAllLabels(Map<String, ? extends String> labels);

    /** Adds annotations to every alias. */
    Builder putAllAnnotations(Map<String, ? extends String> annotations);

    /** Sets the TLS of the aliases that declare none and lead out of the cluster. */
    Builder tls(ClientTls tls);

    /** Sets or clears the TLS of the aliases that declare none and lead out of the cluster. */
    Builder tls(Optional<? extends ClientTls> tls);

    /** Sets the aliases and removes previous ones. */
    Builder aliases(Iterable<? extends EgressAlias> aliases);

    /** Adds an alias. */
    Builder addAliases(EgressAlias alias);

    /** Adds aliases. */
    Builder addAllAliases(Iterable<? extends EgressAlias> aliases);

    /** Returns the declaration. */
    EgressAliases build();
  }
}
