package io.egressalias.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.egressalias.yaml.HostileStrings;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A declaration generated from the data of the fuzzer. Most declarations are valid, so that most
 * inputs get past the rules; the others have a few wrong fields.
 */
final class DrawnDeclaration {
  private static final List<String> HOSTILE = HostileStrings.all();
  private static final List<String> KUBERNETES = List.of("", "1.20", "1.32", "1.33", "1.36");

  /** The last two are a cluster without a mesh, and a release without the routed form. */
  private static final List<String> ISTIO =
      List.of("", "1.13", "1.19", "1.20", "1.21", "1.22", "1.27", "1.30", "1.12", "none");

  private static final int WITH_ROUTES = 8;
  private static final List<String> HTTP = List.of("http", "http2", "grpc", "grpc-web");
  private static final List<String> OTHER = List.of("tcp", "mongo", "redis", "tcp-db");
  private static final List<String> SECURE = List.of("tls", "https");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final int LONGEST_WORD = 6;
  private static final int LONGEST_TEXT = 40;

  private final FuzzedDataProvider data;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  /** Whether fields may be wrong. */
  private final boolean careless;

  private boolean mesh;
  private boolean routes;
  private boolean registryOnly;

  private DrawnDeclaration(FuzzedDataProvider data) {
    this.data = data;
    this.careless = oneIn(8);
  }

  static ObjectNode draw(FuzzedDataProvider data) {
    DrawnDeclaration drawn = new DrawnDeclaration(data);
    drawn.declaration();
    return drawn.document;
  }

  private void declaration() {
    document.put("apiVersion", text("egressalias.io/v1alpha1"));
    document.put("kind", text("EgressAliases"));
    ObjectNode metadata = document.putObject("metadata").put("name", text("drawn"));
    ObjectNode spec = document.putObject("spec");
    platform(spec);
    if (data.consumeBoolean()) {
      (oneIn(4) ? metadata : spec).put("namespace", text(word()));
    }
    metadata(spec);
    if (mesh && oneIn(4)) {
      spec.putObject("tls").put("mode", text(routes && oneIn(2) ? "SIMPLE" : "DISABLE"));
    }
    ArrayNode aliases = spec.putArray("aliases");
    for (int i = oneIn(4) ? 2 : 0; i >= 0; i--) {
      alias(aliases.addObject().put("name", text("a" + word() + "-" + i)));
    }
  }

  private void platform(ObjectNode spec) {
    ObjectNode platform = JsonNodeFactory.instance.objectNode();
    int release = data.consumeInt(0, ISTIO.size() - 1);
    mesh = release < ISTIO.size() - 1;
    routes = release < WITH_ROUTES;
    registryOnly = routes && oneIn(4);
    putUnlessEmpty(platform, "kubernetes", data.pickValue(KUBERNETES));
    putUnlessEmpty(platform, "istio", ISTIO.get(release));
    putUnlessEmpty(platform, "clusterDomain", oneIn(4) ? word() + "." + word() : "");
    putUnlessEmpty(platform, "outboundTrafficPolicy", registryOnly ? "REGISTRY_ONLY" : "");
    if (!platform.isEmpty()) {
      spec.set("platform", platform);
    }
  }

  private void alias(ObjectNode alias) {
    if (oneIn(4)) {
      alias.put("namespace", text(word()));
    }
    metadata(alias);
    switch (data.consumeInt(0, routes ? 6 : 3)) {
      case 0 -> host(alias);
      case 1 -> addresses(alias);
      case 2 -> pods(alias);
      case 3 -> headless(alias);
      case 4 -> secureHost(alias);
      case 5 -> secureAddresses(alias);
      default -> otherAuthority(alias);
    }
  }

  private void host(ObjectNode alias) {
    alias.put("externalName", text(host()));
    for (ObjectNode port : ports(alias)) {
      name(port, anyProtocol());
    }
    plaintext(alias);
  }

  private void addresses(ObjectNode alias) {
    endpoints(alias);
    for (ObjectNode port : ports(alias)) {
      name(port, anyProtocol());
      if (data.consumeBoolean()) {
        port.put("targetPort", number());
      }
    }
    plaintext(alias);
  }

  private void pods(ObjectNode alias) {
    alias.putObject("selector").put("app", text(word()));
    for (ObjectNode port : ports(alias)) {
      name(port, anyProtocol());
      if (data.consumeBoolean()) {
        port.put("targetPort", number());
      } else if (data.consumeBoolean()) {
        port.put("targetPort", text("p" + word()));
      }
    }
  }

  private void headless(ObjectNode alias) {
    endpoints(alias);
    if (oneIn(2)) {
      ObjectNode named = alias.withArray("endpoints").addObject();
      named.put("address", text("91.9.9.9")).put("hostname", text(word()));
    }
    alias.put("clusterIP", text("None"));
    for (ObjectNode port : ports(alias)) {
      name(port, anyProtocol());
    }
    plaintext(alias);
  }

  private void secureHost(ObjectNode alias) {
    alias.put("externalName", text(host()));
    secured(alias);
  }

  private void secureAddresses(ObjectNode alias) {
    endpoints(alias);
    secured(alias).put("sni", text(host()));
  }

  /** The workload speaks clear text, and the sidecar encrypts. */
  private ObjectNode secured(ObjectNode alias) {
    for (ObjectNode port : ports(alias)) {
      name(port, data.consumeBoolean() ? data.pickValue(HTTP) : data.pickValue(OTHER));
      port.put("targetPort", number());
    }
    if (oneIn(4)) {
      alias.put("preserveAuthority", data.consumeBoolean());
    }
    ObjectNode tls = alias.putObject("tls");
    boolean mutual = data.consumeBoolean();
    tls.put("mode", text(mutual ? "MUTUAL" : "SIMPLE"));
    if (oneIn(3)) {
      tls.putArray("subjectAltNames").add(text(host()));
    }
    if (oneIn(3)) {
      tls.put("credentialName", text("c" + word()));
      alias.putObject("workloadSelector").putObject("matchLabels").put("app", text(word()));
      return tls;
    }
    if (oneIn(2)) {
      tls.put("caCertificates", text(oneIn(2) ? "/etc/" + word() : "system"));
    }
    if (mutual) {
      tls.put("clientCertificate", text("/etc/" + word())).put("privateKey", text("/etc/key"));
    }
    return tls;
  }

  private void otherAuthority(ObjectNode alias) {
    if (data.consumeBoolean()) {
      alias.put("externalName", text(host()));
    } else {
      endpoints(alias);
    }
    for (ObjectNode port : ports(alias)) {
      name(port, data.pickValue(HTTP));
    }
    plaintext(alias);
    alias.put("authority", text(host()));
  }

  private void plaintext(ObjectNode alias) {
    if (mesh && data.consumeBoolean()) {
      alias.putObject("tls").put("mode", text("DISABLE"));
    }
  }

  private void endpoints(ObjectNode alias) {
    ArrayNode endpoints = alias.putArray("endpoints");
    for (int i = data.consumeInt(1, 3); i > 0; i--) {
      String address =
          text(data.consumeBoolean() ? "2a00::" + i + group() : "91." + i + "." + octet() + ".9");
      if (oneIn(4)) {
        endpoints.addObject().put("address", address);
      } else {
        endpoints.add(address);
      }
    }
  }

  private String group() {
    return ":" + Integer.toHexString(data.consumeInt(1, 0xFFFF));
  }

  private int octet() {
    return data.consumeInt(0, 255);
  }

  /** Adds ports with numbers that are far apart and have no well-known meaning. */
  private List<ObjectNode> ports(ObjectNode alias) {
    ArrayNode ports = alias.putArray("ports");
    return IntStream.rangeClosed(0, oneIn(3) ? data.consumeInt(1, 2) : 0)
        .mapToObj(i -> ports.addObject().put("port", 10_000 * (i + 1) + data.consumeInt(0, 9_999)))
        .toList();
  }

  private void name(ObjectNode port, String protocol) {
    if (data.consumeBoolean()) {
      port.put("name", text(protocol + "-" + port.path("port").intValue()));
    } else {
      port.put("name", text("p" + port.path("port").intValue()));
      port.put("appProtocol", text(protocol.equals("tcp-db") ? "tcp" : protocol));
    }
  }

  private String anyProtocol() {
    return switch (data.consumeInt(0, 2)) {
      case 0 -> data.pickValue(HTTP);
      case 1 -> data.pickValue(SECURE);
      default -> registryOnly ? "tcp" : data.pickValue(OTHER);
    };
  }

  private int number() {
    return careless && oneIn(16) ? data.consumeInt() : data.consumeInt(1024, 65_535);
  }

  private void metadata(ObjectNode around) {
    if (oneIn(3)) {
      around.putObject("labels").put("example.com/" + word(), text(word()));
    }
    if (oneIn(3)) {
      ObjectNode annotations = around.putObject("annotations");
      for (int i = data.consumeInt(0, 2); i >= 0; i--) {
        annotations.put("k" + word() + i, anyText());
      }
    }
  }

  private String anyText() {
    return data.consumeBoolean() ? data.pickValue(HOSTILE) : data.consumeString(LONGEST_TEXT);
  }

  private String host() {
    return "h" + word() + (data.consumeBoolean() ? ".example.com" : ".org");
  }

  private String word() {
    int length = data.consumeInt(1, LONGEST_WORD);
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(data.consumeInt(0, LETTERS.length() - 1)));
    }
    return word.toString();
  }

  /** Returns the right text, or occasionally another. */
  private String text(String right) {
    return careless && oneIn(16) ? anyText() : right;
  }

  private static void putUnlessEmpty(ObjectNode object, String key, String value) {
    if (!value.isEmpty()) {
      object.put(key, value);
    }
  }

  /** Without data of the fuzzer the result is the usual one. */
  private boolean oneIn(int number) {
    return data.consumeInt(0, number - 1) == number - 1;
  }
}
