package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.TEXT;
import static io.egressalias.declaration.FieldSchema.TEXTS;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of {@code tls}, on an alias and on a port. */
enum TlsField implements DescribedField<ClientTls, Mutual.Builder> {
  MODE(
      required(
          "mode",
          Word.of(TlsMode.values()),
          "DISABLE: the traffic of the workload leaves unchanged. SIMPLE: the sidecar or waypoint"
              + " originates TLS and verifies the server. MUTUAL: it presents a client certificate"
              + " as well.",
          "SIMPLE")),
  SNI(
      optional(
              "sni",
              TEXT,
              "The server name that the sidecar or waypoint sends (SNI).",
              "api.example.com")
          .byDefault("externalName; required for endpoints")),
  SUBJECT_ALT_NAMES(
      optional(
              "subjectAltNames",
              TEXTS,
              "The certificate of the server must contain one of these names.",
              "[api.example.com]")
          .byDefault("the sni")),
  CA_CERTIFICATES(
      optional(
              "caCertificates",
              TEXT,
              "A file in the proxy with the CA certificates that verify the server, or system for"
                  + " those of the operating system.",
              "/etc/certs/ca.pem")
          .byDefault("system, unless credentialName provides them")),
  CLIENT_CERTIFICATE(
      optional(
          "clientCertificate",
          TEXT,
          "MUTUAL: a file in the proxy with the client certificate.",
          "/etc/certs/client.pem")),
  PRIVATE_KEY(
      optional(
          "privateKey",
          TEXT,
          "MUTUAL: a file in the proxy with the key of the client certificate.",
          "/etc/certs/client-key.pem")),
  CREDENTIAL_NAME(
      optional(
          "credentialName",
          TEXT,
          "The Secret with the certificates, in the namespace of the pods, or of the waypoint in"
              + " an ambient mesh. Requires workloadSelector with sidecars. Cannot be combined with"
              + " the certificate files.",
          "client-credential"));

  private static final Variants MODES =
      new Variants(
          "mode",
          new TreeMap<>(
              Map.of(
                  "DISABLE",
                  List.of(
                      "sni",
                      "subjectAltNames",
                      "caCertificates",
                      "clientCertificate",
                      "privateKey",
                      "credentialName"),
                  "SIMPLE",
                  List.of("clientCertificate", "privateKey"))),
          Rule.TLS_FIELD);

  static final Fields SHAPE =
      new Fields(DescribedField.fieldsOf(values()), Optional.empty(), Optional.of(MODES));

  static final TlsField[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  TlsField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }

  @Override
  public Mutual.Builder read(@Nullable Tree value, Mutual.Builder builder) {
    return switch (this) {
      case MODE -> builder; // selects the settings that apply
      case SNI -> builder.sni(FieldReader.text(value));
      case SUBJECT_ALT_NAMES -> builder.addAllSubjectAltNames(FieldReader.texts(value));
      case CA_CERTIFICATES -> builder.caCertificates(FieldReader.text(value));
      case CLIENT_CERTIFICATE -> builder.clientCertificate(FieldReader.text(value));
      case PRIVATE_KEY -> builder.privateKey(FieldReader.text(value));
      case CREDENTIAL_NAME -> builder.credentialName(FieldReader.text(value));
    };
  }

  @Override
  public @Nullable JsonNode write(ClientTls tls) {
    return switch (this) {
      case MODE -> FieldWriter.text(TlsMode.of(tls).name());
      case SNI -> FieldWriter.text(origination(tls).sni());
      case SUBJECT_ALT_NAMES ->
          FieldWriter.unlessEmpty(FieldWriter.texts(origination(tls).subjectAltNames()));
      case CA_CERTIFICATES -> FieldWriter.text(origination(tls).caCertificates());
      case CLIENT_CERTIFICATE -> FieldWriter.text(mutual(tls).clientCertificate());
      case PRIVATE_KEY -> FieldWriter.text(mutual(tls).privateKey());
      case CREDENTIAL_NAME -> FieldWriter.text(origination(tls).credentialName());
    };
  }

  /** Returns the settings of TLS; empty settings for a mode without settings. */
  private static Origination origination(ClientTls tls) {
    return tls instanceof Origination origination ? origination : mutual(tls);
  }

  private static Mutual mutual(ClientTls tls) {
    return tls instanceof Mutual mutual ? mutual : Mutual.builder().build();
  }
}
