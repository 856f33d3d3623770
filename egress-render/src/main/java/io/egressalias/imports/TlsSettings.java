package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import io.egressalias.model.Simple;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the TLS settings of DestinationRules. Leaves out what is the default of a declaration.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">
 *     ClientTLSSettings</a>
 */
final class TlsSettings {
  private static final Set<String> READ =
      Set.of(
          "mode",
          "sni",
          "subjectAltNames",
          "caCertificates",
          "credentialName",
          "clientCertificate",
          "privateKey");

  private final Optional<String> host;
  private final boolean external;
  private final LostFields lost;
  private final ImportContext context;
  private final Map<Field, Optional<ClientTls>> known = new LinkedHashMap<>();
  private final Set<String> added = new LinkedHashSet<>();
  private boolean refused;

  /**
   * Creates a reader for the settings of one alias.
   *
   * @param host the external name of the alias; empty for addresses
   * @param external whether the target is outside of the cluster
   */
  TlsSettings(Optional<String> host, boolean external, LostFields lost, ImportContext context) {
    this.host = host;
    this.external = external;
    this.lost = lost;
    this.context = context;
  }

  /** Returns the TLS of settings; empty: there are none, or they cannot be imported. */
  Optional<ClientTls> read(Optional<Field> settings) {
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Optional<ClientTls> before = known.get(settings.get());
    if (before != null) {
      return before;
    }
    Optional<ClientTls> tls = read(settings.get());
    known.put(settings.get(), tls);
    return tls;
  }

  /** Returns whether settings were found that no declaration has. */
  boolean refused() {
    return refused;
  }

  /** Returns the fields that a declaration adds to the settings. */
  Set<String> added() {
    return added;
  }

  private Optional<ClientTls> read(Field settings) {
    lost.addAllBut(settings, READ);
    Field mode = settings.at("mode");
    return switch (mode.text()) {
      case "", "DISABLE" -> Optional.of(ClientTls.disable());
      case "SIMPLE" -> Optional.of(simple(settings));
      case "MUTUAL" -> Optional.of(mutual(settings));
      case "ISTIO_MUTUAL" -> external ? refuseMeshMutual(mode) : Optional.empty();
      default -> refuseMode(mode);
    };
  }

  private ClientTls simple(Field settings) {
    lost.add(settings.at("clientCertificate"));
    lost.add(settings.at("privateKey"));
    return Simple.builder()
        .sni(sni(settings))
        .subjectAltNames(subjectAltNames(settings))
        .caCertificates(authorities(settings))
        .credentialName(settings.at("credentialName").optional())
        .build();
  }

  private ClientTls mutual(Field settings) {
    return Mutual.builder()
        .sni(sni(settings))
        .subjectAltNames(subjectAltNames(settings))
        .caCertificates(authorities(settings))
        .credentialName(settings.at("credentialName").optional())
        .clientCertificate(settings.at("clientCertificate").optional())
        .privateKey(settings.at("privateKey").optional())
        .build();
  }

  private Optional<String> sni(Field settings) {
    Optional<String> sni = serverName(settings);
    return sni.equals(host) ? Optional.empty() : sni;
  }

  /** Returns the server name; for addresses the only name that the certificate may have. */
  private Optional<String> serverName(Field settings) {
    Optional<String> sni = settings.at("sni").optional();
    if (sni.isPresent()) {
      return sni;
    }
    added.add("sni");
    List<String> names = settings.at("subjectAltNames").texts();
    boolean named = host.isEmpty() && names.size() == 1 && !names.get(0).contains("/");
    return named ? Optional.of(names.get(0)) : host;
  }

  private List<String> subjectAltNames(Field settings) {
    List<String> names = settings.at("subjectAltNames").texts();
    if (names.isEmpty()) {
      added.add("subjectAltNames");
    }
    Optional<String> sni = serverName(settings);
    return sni.isPresent() && names.equals(List.of(sni.get())) ? List.of() : names;
  }

  private Optional<String> authorities(Field settings) {
    Optional<String> path = settings.at("caCertificates").optional();
    boolean secret = settings.at("credentialName").present();
    if (path.isEmpty() && !secret) {
      added.add("caCertificates");
    }
    return !secret && path.equals(Optional.of("system")) ? Optional.empty() : path;
  }

  private Optional<ClientTls> refuseMeshMutual(Field mode) {
    refused = true;
    context
        .findings()
        .add(
            Rule.MESH_MUTUAL,
            mode.object(),
            mode.path(),
            "expected `DISABLE`, `SIMPLE` or `MUTUAL`, found `ISTIO_MUTUAL`, which is the mutual"
                + " TLS between workloads of the mesh",
            "Write `mode: SIMPLE`, or `mode: DISABLE` if the workload itself encrypts the"
                + " traffic");
    return Optional.empty();
  }

  private Optional<ClientTls> refuseMode(Field mode) {
    refused = true;
    context
        .findings()
        .add(
            Rule.MALFORMED,
            mode.object(),
            mode.path(),
            "expected `DISABLE`, `SIMPLE` or `MUTUAL`, found `"
                + Quoted.shortened(mode.text())
                + "`",
            "Write `mode: DISABLE`, `mode: SIMPLE` or `mode: MUTUAL`");
    return Optional.empty();
  }
}
