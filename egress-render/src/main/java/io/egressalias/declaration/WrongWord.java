package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.IstioProtocol;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not one of the allowed words of a field.
 *
 * @param holder the map with the field; null: none
 */
record WrongWord(Field field, Word shape, Scalar found, @Nullable Tree holder) {
  /** The number of characters that Kubernetes allows in the name of a port. */
  private static final int LONGEST_NAME = 15;

  private static final String ISTIO_MUTUAL = "ISTIO_MUTUAL";

  /** Words of other tools and other fields, by the field and the word, with the allowed word. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("mode=none", "DISABLE"),
          Map.entry("mode=off", "DISABLE"),
          Map.entry("mode=false", "DISABLE"),
          Map.entry("mode=plaintext", "DISABLE"),
          Map.entry("mode=passthrough", "DISABLE"),
          Map.entry("mode=tls", "SIMPLE"),
          Map.entry("mode=true", "SIMPLE"),
          Map.entry("mode=https", "SIMPLE"),
          Map.entry("mode=mtls", "MUTUAL"),
          Map.entry("protocol=quic", "UDP"),
          Map.entry("protocol=http3", "UDP"),
          Map.entry("protocol=dns", "UDP"),
          Map.entry("outboundtrafficpolicy=allow", "ALLOW_ANY"),
          Map.entry("outboundtrafficpolicy=registry", "REGISTRY_ONLY"));

  /** Returns the rule: {@code ISTIO_MUTUAL}, which no external service supports, has its own. */
  Rule rule() {
    return found.text().equals(ISTIO_MUTUAL) ? Rule.ISTIO_MUTUAL : Rule.UNKNOWN_WORD;
  }

  String message() {
    String message = "expected " + SchemaRemedy.among(shape) + ", found " + found.found();
    return protocol().isPresent() ? message + ", which `name` or `appProtocol` declares" : message;
  }

  String remedy() {
    if (found.text().equals(ISTIO_MUTUAL)) {
      return "Write `mode: DISABLE` if the workload itself encrypts the traffic or unencrypted traffic is"
          + " intended, or write `mode: SIMPLE` and `sni: api.example.com`, with the name in the server's"
          + " certificate, to originate TLS";
    }
    Optional<IstioProtocol> protocol = protocol();
    if (protocol.isPresent()) {
      return "Remove `protocol`, because it is the transport protocol" + declared(protocol.get());
    }
    String meant = MEANINGS.get((field.name() + "=" + found.text()).toLowerCase(Locale.ROOT));
    Optional<String> word =
        meant == null ? Suggestions.of(found.text(), shape.words()) : Optional.of(meant);
    String only = shape.words().size() == 1 ? shape.words().get(0) : "";
    if (word.isEmpty() && !only.isEmpty()) {
      return field.required()
          ? "Write `" + line(only) + "`"
          : "Remove `" + field.name() + "`, or write `" + line(only) + "`";
    }
    return "Write "
        + word.map(each -> "`" + line(each) + "`").orElseGet(() -> SchemaRemedy.among(shape));
  }

  private String line(String word) {
    return field.name() + ": " + word;
  }

  /** Returns the application protocol that is written as the transport; empty: it is another. */
  private Optional<IstioProtocol> protocol() {
    return field.equals(PortField.PROTOCOL.field())
        ? IstioProtocol.ofName(found.text().replace("GRPC_WEB", "grpc-web"))
            .filter(protocol -> protocol != IstioProtocol.TCP && protocol != IstioProtocol.UDP)
        : Optional.empty();
  }

  /** Returns how to declare a protocol, unless the port declares it already. */
  private String declared(IstioProtocol protocol) {
    String name = holder == null ? "" : holder.textAt("name");
    boolean already =
        IstioProtocol.ofName(name).equals(Optional.of(protocol))
            || (holder != null && holder.at("appProtocol") != null);
    if (already) {
      return "";
    }
    String word = protocol == IstioProtocol.HTTP_PROXY ? "http" : protocol.word();
    boolean other = IstioProtocol.ofName(name).isPresent();
    String rest = other ? name.substring(name.indexOf('-') + 1) : name;
    String whole = word + "-" + rest;
    boolean fits =
        !rest.isEmpty() && whole.length() <= LONGEST_NAME && (!other || name.indexOf('-') > 0);
    return ", and write `name: " + (fits ? whole : word) + "`";
  }
}
