package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.TEXT;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Int;
import io.egressalias.declaration.FieldSchema.IntOrText;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.Capability;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a port of an alias. */
enum PortField implements DescribedField<ServicePort, ServicePort.Builder> {
  NAME(
      optional(
          "name",
          TEXT,
          "The name of the port. It starts with Istio's name of the protocol, as in http or"
              + " tcp-postgres, unless appProtocol sets the protocol. Required in an alias with several"
              + " ports, and in the routed form.",
          "http")),
  PORT(required("port", new Int(1, 65535), "The port that workloads call.", "80")),
  TARGET_PORT(
      optional(
              "targetPort",
              new IntOrText(1, 65535),
              "The port of the target, if it differs from port. A name only with selector.",
              "443")
          .byDefault("the value of port")
          .needs(Capability.MAP_PORTS)),
  PROTOCOL(
      optional("protocol", Word.of(Protocol.values()), "The transport protocol.", "TCP")
          .byDefault("TCP")),
  APP_PROTOCOL(
      optional(
              "appProtocol",
              TEXT,
              "The application protocol, one of Istio's names. It takes precedence over the prefix of"
                  + " the name.",
              "http2")
          .needs(Capability.DECLARE_PROTOCOL)),
  TLS(
      optional(
              "tls",
              TlsField.SHAPE,
              "The TLS of this port. It replaces the TLS of the alias as a whole.",
              "{mode: DISABLE}")
          .byDefault("the TLS of the alias")
          .needs(Capability.CHOOSE_TLS));

  static final Fields SHAPE = Fields.of(DescribedField.fieldsOf(values()));

  static final PortField[] ALL = values();

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
  public ServicePort.Builder read(@Nullable Tree value, ServicePort.Builder builder) {
    return switch (this) {
      case NAME -> builder.name(FieldReader.text(value));
      case PORT -> builder.port(FieldReader.integer(value).orElse(1));
      case TARGET_PORT -> builder.targetPort(targetPort(value));
      case PROTOCOL -> {
        Protocol protocol = FieldReader.word(value, Protocol.values());
        yield builder.protocol(protocol == null ? Protocol.TCP : protocol);
      }
      case APP_PROTOCOL -> builder.appProtocol(FieldReader.text(value));
      case TLS -> builder.tls(FieldReader.tls(value));
    };
  }

  private static Optional<TargetPort> targetPort(@Nullable Tree value) {
    OptionalInt number = FieldReader.integer(value);
    if (number.isPresent()) {
      return Optional.of(new TargetPort.ByNumber(number.getAsInt()));
    }
    Optional<String> name = FieldReader.text(value);
    return name.isPresent() ? Optional.of(new TargetPort.ByName(name.get())) : Optional.empty();
  }

  @Override
  public @Nullable JsonNode write(ServicePort port) {
    return switch (this) {
      case NAME -> FieldWriter.text(port.name());
      case PORT -> FieldWriter.number(port.port());
      case TARGET_PORT -> targetPort(port.targetPort().orElse(null));
      case PROTOCOL -> FieldWriter.word(port.protocol(), Protocol.TCP);
      case APP_PROTOCOL -> FieldWriter.text(port.appProtocol());
      case TLS -> FieldWriter.tls(port.tls().orElse(null));
    };
  }

  private static @Nullable JsonNode targetPort(@Nullable TargetPort port) {
    if (port instanceof TargetPort.ByNumber number) {
      return FieldWriter.number(number.value());
    }
    return port instanceof TargetPort.ByName name ? FieldWriter.text(name.value()) : null;
  }
}
