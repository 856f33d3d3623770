package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.Field.required;
import static io.egressalias.declaration.Shape.TEXT;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.Int;
import io.egressalias.declaration.Shape.IntOrText;
import io.egressalias.declaration.Shape.Word;
import java.util.List;

/** The fields of a port of an alias. */
enum PortField implements DescribedField {
  NAME(
      optional(
          "name",
          TEXT,
          "The name of the port. It starts with Istio's name of the protocol, as in http or"
              + " tcp-postgres, unless appProtocol gives the protocol. Required, but for the only"
              + " port of an alias on a cluster without a mesh.",
          "http")),
  PORT(required("port", new Int(1, 65535), "The port that workloads call.", "80")),
  TARGET_PORT(
      optional(
              "targetPort",
              new IntOrText(1, 65535),
              "The port of the target, where it differs. A name only with a selector.",
              "443")
          .byDefault("the port")),
  PROTOCOL(
      optional(
              "protocol", new Word(List.of("TCP", "UDP", "SCTP")), "The transport protocol.", "TCP")
          .byDefault("TCP")),
  APP_PROTOCOL(
      optional(
          "appProtocol",
          TEXT,
          "The application protocol, one of Istio's names. It takes precedence over the prefix of"
              + " the name.",
          "http2")),
  TLS(
      optional(
              "tls",
              TlsField.SHAPE,
              "The TLS of this port. It replaces the TLS of the alias as a whole.",
              "{mode: DISABLE}")
          .byDefault("the TLS of the alias"));

  static final Shape SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies
  private final Field field;

  PortField(Field field) {
    this.field = field;
  }

  @Override
  public Field field() {
    return field;
  }
}
