package io.egressalias.declaration;

import static io.egressalias.declaration.Shape.Field.optional;
import static io.egressalias.declaration.Shape.Field.required;
import static io.egressalias.declaration.Shape.TEXT;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.Int;
import io.egressalias.declaration.Shape.IntOrText;
import io.egressalias.declaration.Shape.Word;
import io.egressalias.model.ClientTls;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a port of an alias. */
enum PortField implements DescribedField<ServicePort> {
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
      optional("protocol", Word.of(Protocol.values()), "The transport protocol.", "TCP")
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

  @Override
  public @Nullable JsonNode write(ServicePort port) {
    return switch (this) {
      case NAME -> Written.text(port.name());
      case PORT -> Written.number(port.port());
      case TARGET_PORT -> targetPort(port.targetPort().orElse(null));
      case PROTOCOL -> Written.word(port.protocol(), Protocol.TCP);
      case APP_PROTOCOL -> Written.text(port.appProtocol());
      case TLS -> tls(port.tls().orElse(null));
    };
  }

  private static @Nullable JsonNode targetPort(@Nullable TargetPort port) {
    if (port instanceof TargetPort.ByNumber number) {
      return Written.number(number.value());
    }
    return port instanceof TargetPort.ByName name ? Written.text(name.value()) : null;
  }

  private static @Nullable JsonNode tls(@Nullable ClientTls tls) {
    return tls == null ? null : Written.map(TlsField.values(), tls);
  }
}
