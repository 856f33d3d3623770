package io.egressalias.judge;

import io.egressalias.model.IpAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Texts and numbers. For each grammar there are valid values up to the maximum length, and values
 * at its limits, most of which are invalid.
 */
final class Edges {
  private static final String LABEL_62 = "l" + "0".repeat(61);
  private static final String LABEL_63 = LABEL_62 + "x";
  private static final String LABEL_64 = LABEL_63 + "x";
  private static final String NAME_OF_189 = String.join(".", List.of(LABEL_62, LABEL_62, LABEL_63));

  private Edges() {}

  /** Usually valid, so that a set with many fields is valid about half of the time. */
  static <T> Arbitrary<T> mostly(Arbitrary<T> right, Arbitrary<T> edge) {
    return Arbitraries.frequencyOf(Tuple.of(149, right), Tuple.of(1, edge));
  }

  /** Names of Services; duplicates are rare. */
  static Arbitrary<String> labels() {
    Arbitrary<String> words =
        Arbitraries.of("my-httpbin", "db", "a", "true", "null", "no", "default", "kubernetes");
    return Arbitraries.frequencyOf(
        Tuple.of(8, Combinators.combine(words, alphanumeric(7)).as((w, tail) -> w + "-" + tail)),
        Tuple.of(2, alphanumeric(7).map(tail -> "e" + tail)),
        Tuple.of(2, longest()));
  }

  static Arbitrary<String> labelEdges() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            5,
            Arbitraries.of(
                "",
                "-",
                "-a",
                "a-",
                "A",
                "a_b",
                "a.b",
                "a b",
                "a\n",
                "é",
                "1",
                "0x1",
                "1e3",
                "on",
                "~",
                "a--b",
                "kube-system",
                "localhost",
                LABEL_64,
                "1" + LABEL_62)),
        Tuple.of(1, alphanumeric(8).map(tail -> "7" + tail)),
        Tuple.of(1, longest()),
        Tuple.of(1, longest().map(text -> text + "xx")));
  }

  static Arbitrary<String> hosts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, alphanumeric(6).map(head -> head + ".example.com")),
        Tuple.of(
            6,
            Arbitraries.of(
                "httpbin.org",
                "en.wikipedia.org",
                "a.b",
                "1.a",
                "0.0.0.0.example",
                "xn--bcher-kva.example",
                "a--b.c1",
                "api.internal",
                "null.true",
                "svc.example.com",
                "cluster.local.example.com")),
        Tuple.of(
            1,
            Arbitraries.of(
                LABEL_62 + ".com",
                LABEL_63 + ".com",
                NAME_OF_189 + "." + LABEL_62,
                NAME_OF_189 + "." + LABEL_63.substring(1) + "x")));
  }

  /** Names of the cluster itself, if its domain is the default. */
  static Arbitrary<String> clusterNames() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, alphanumeric(6).map(head -> "s" + head + ".storage.svc.cluster.local")),
        Tuple.of(1, alphanumeric(6).map(head -> "s" + head + ".storage.svc")),
        Tuple.of(
            1,
            Arbitraries.of(
                "web-0.web.storage.svc.cluster.local",
                "10-244-0-7.storage.pod.cluster.local",
                "db.storage.svc.clusterset.local")));
  }

  static Arbitrary<String> hostEdges() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            ".",
            "a..b",
            "-a.b",
            "a-.b",
            "a.b-",
            "a b.c",
            "a.123",
            "a.0x1",
            "a_b.example.com",
            "*.example.com",
            "HttpBin.org",
            "a.b\n",
            " a.b",
            LABEL_64 + ".com",
            NAME_OF_189 + "." + LABEL_64,
            NAME_OF_189 + "." + LABEL_63 + "x"),
        Arbitraries.of("httpbin.org.", "example.com.", "a.b..", "com."),
        Arbitraries.of(
            "10.0.0.1", "010.0.0.1", "10.0.0.1.", "[2001:db8::1]", "2001:db8::1", "::ffff:1.2.3.4"),
        Arbitraries.of(
            "https://example.com",
            "example.com:443",
            "example.com/path",
            "http://a.b:80/",
            "u@example.com"),
        Arbitraries.of("localhost", "db", "com", "x", "local", LABEL_63),
        Arbitraries.of(
            "a.default.svc.cluster.local",
            "a.cluster.local",
            "svc.cluster.local",
            "a.default.svc",
            "a.default.svc.",
            "a.svc",
            "a.default.svc.clusterset.local",
            "a.localhost",
            "a.default.egressalias.internal"),
        Arbitraries.of("bücher.example", "ＡＢＣ.example", "a.рф", "\u200b.example"));
  }

  static Arbitrary<String> addresses() {
    Arbitrary<Integer> groups = Arbitraries.integers().between(0, 0xffff).withoutEdgeCases();
    Arbitrary<String> v6 =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(0, 1, 0xffff)), Tuple.of(2, groups))
            .list()
            .ofSize(7)
            .map(list -> "2a00" + String.join("", list.stream().map(Edges::group).toList()))
            .map(text -> IpAddress.parse(text).orElseThrow().toString());
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.integers()
                .between(1, 0xfffe)
                .withoutEdgeCases()
                .map(n -> "10.20.%d.%d".formatted(n >> 8, n & 0xff))),
        Tuple.of(
            3,
            Arbitraries.of(
                "10.20.0.10",
                "91.198.174.192",
                "198.35.26.96",
                "1.0.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.255",
                "223.255.255.255")),
        Tuple.of(2, v6),
        Tuple.of(
            2,
            Arbitraries.of(
                "::2",
                "1::",
                "64:ff9b::102:304",
                "2620:0:862:ed1a::1",
                "2001:db8::1",
                "3ffe::",
                "1:0:2:3:4:5:6:7",
                "fd00::1",
                "fec0::1",
                "2002:a00:1::")));
  }

  private static String group(int value) {
    return ":" + Integer.toHexString(value);
  }

  static Arbitrary<String> addressEdges() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "example.com", "1.2.3", "10.0.0.1/32", "10.0.0.1:80", "256.1.1.1"),
        Arbitraries.of("[2a00::1]", "2a00::1%eth0", ":", ":::", "1:2:3:4:5:6:7:8:9", "2a00::g"),
        Arbitraries.of("127.0.0.1", "127.255.255.255", "::1", "::", "0.0.0.0", "169.254.169.254"),
        Arbitraries.of("fe80::1", "febf::1", "224.0.0.1", "ff02::1", "ffbf::1"),
        Arbitraries.of("0.1.2.3", "224.0.1.0", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
        Arbitraries.of("100::1", "ff05::1", "ff0e::1", "ffc2::1", "fec0::1", "100:0:0:1::"),
        Arbitraries.of("192.0.2.7", "203.0.113.7", "2001:db8::7", "3fff::1", "2001:2::1"),
        Arbitraries.of(
            "010.0.0.1",
            "10.0.0.01",
            "::ffff:10.0.0.1",
            "::ffff:a00:1",
            "2A00::1",
            "2a00:0:0::1",
            "2a00::0001",
            "64:ff9b::1.2.3.4",
            "1::3:4:5:6:7:8",
            "::1.2.3.4",
            "::127.0.0.1"));
  }

  /** Keys of labels. */
  static Arbitrary<String> keys() {
    return Arbitraries.of(
        "team",
        "app.kubernetes.io/name",
        "example.com/Team_1",
        "x",
        "on",
        "1",
        "UPPER",
        "a/b",
        "kubernetes.io/metadata.name",
        LABEL_63,
        LABEL_64 + ".com/x",
        NAME_OF_189 + "." + LABEL_63 + "/" + LABEL_63);
  }

  static Arbitrary<String> keyEdges() {
    return Arbitraries.of(
        "",
        "/",
        "a/",
        "/a",
        "a/b/c",
        "-a",
        "a-",
        "a b",
        "a_",
        "é",
        "Example.com/a",
        "a_b.com/a",
        LABEL_64,
        "example.com/" + LABEL_64,
        NAME_OF_189 + "." + LABEL_64 + "/x",
        "*",
        "a*");
  }

  static Arbitrary<String> reservedKeys() {
    return Arbitraries.of(
        "kubernetes.io/service-name",
        "endpointslice.kubernetes.io/managed-by",
        "endpointslice.kubernetes.io/skip-mirror",
        "service.kubernetes.io/headless",
        "gateway.istio.io/managed",
        "egressalias.io/x",
        "istio.io/rev",
        "networking.istio.io/exportTo",
        "sidecar.istio.io/inject",
        "topology.istio.io/network",
        "service.istio.io/canonical-name",
        "kubectl.kubernetes.io/last-applied-configuration",
        "control-plane.alpha.kubernetes.io/leader",
        "service.kubernetes.io/topology-mode",
        "service.kubernetes.io/topology-aware-hints",
        "service.beta.kubernetes.io/load-balancer-source-ranges",
        "kubernetes.io/ingress.class",
        "myistio.io/x",
        "istio.io");
  }

  static Arbitrary<String> values() {
    return Arbitraries.of(
        "payments", "", "true", "1.0", "0x10", "null", "a_b-C.d", "2001-01-01", LABEL_62, LABEL_63);
  }

  static Arbitrary<String> valueEdges() {
    return Arbitraries.of(
        LABEL_64, "-a", "a-", ".a", "a b", "é", "a/b", "*", "a*", "a\n", " ", "é".repeat(32));
  }

  /**
   * Free text with characters that are difficult for YAML readers, but without the control
   * characters from 7f on: the judge writes them unescaped as JSON and then reads that as YAML,
   * which does not allow them.
   */
  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, values()),
        Tuple.of(3, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40)),
        Tuple.of(
            1,
            Arbitraries.of(
                "a: b # c",
                "- x",
                "\u0085",
                "\u2028x",
                "\ufeffx",
                "\ud83d\ude00",
                "a\r\nb\n\n",
                "\t",
                "\u0000",
                "---\na: b",
                "{}",
                "'\"\\")));
  }

  static Arbitrary<Integer> numbers() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(80, 8080, 5432, 443, 8443, 3306, 9000, 53, 15001)),
        Tuple.of(1, Arbitraries.of(1, 65_535)),
        Tuple.of(4, Arbitraries.integers().between(1024, 65_535).withoutEdgeCases()));
  }

  static Arbitrary<Integer> numberEdges() {
    return Arbitraries.of(
        0, 1, 65_535, 65_536, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 443, 3306, 8443);
  }

  /** Names of ports, without protocols. */
  static Arbitrary<String> portNames() {
    return Arbitraries.of("x", "web", "main", "8080", "a--b", "grpcx", "true", LABEL_62, LABEL_63);
  }

  /** Names of ports that do not start with a protocol. */
  static Arbitrary<String> detectedNames() {
    return Arbitraries.of(
        "postgres", "web", "hass-proxy", "ldaps", "kafka-ssl", "otlp-grpc", "ssh", "x");
  }

  /** Values of {@code appProtocol} that Istio does not list. */
  static Arbitrary<String> detectedWords() {
    return Arbitraries.of(
        "kubernetes.io/h2c",
        "kubernetes.io/ws",
        "kubernetes.io/wss",
        "kubernetes.io/H2C",
        "websocket",
        "h2c",
        "mesh.io/x",
        "hbone");
  }

  static Arbitrary<String> portNameEdges() {
    return Arbitraries.oneOf(
        labelEdges(),
        Arbitraries.of("tcp", "udp", "udp-x", "http", "https-x", "tls", "grpc-web", "http-grpc"),
        Arbitraries.of("tcp-postgres", "mysql", "tcp-ldap", "tcp-smtp", "redis", "mongo"),
        Arbitraries.of("HTTP", "http_x", "http-" + LABEL_62.substring(4), "http-" + LABEL_62),
        Arbitraries.of("web", "httpx", "sctp-x", "http3", "hbone", "http-proxy", "8080"));
  }

  static Arbitrary<String> appProtocols() {
    return Arbitraries.of(
        "http",
        "HTTP",
        "http2",
        "grpc",
        "grpc-web",
        "GRPC-Web",
        "http_proxy",
        "https",
        "tls",
        "tcp",
        "mongo",
        "mysql",
        "redis");
  }

  static Arbitrary<String> appProtocolEdges() {
    return Arbitraries.of(
        "",
        "kubernetes.io/h2c",
        "kubernetes.io/ws",
        "kubernetes.io/wss",
        "udp",
        "hbone",
        "http3",
        "mesh.io/x",
        "tls!",
        "a/b/c",
        "UPPER.io/x",
        " http",
        "grpc-web-x",
        LABEL_64);
  }

  static Arbitrary<String> targetNames() {
    return Arbitraries.of("https", "a", "web-1", "1a", "123456789012345".replace('5', 'x'));
  }

  static Arbitrary<String> targetNameEdges() {
    return Arbitraries.of(
        "", "8080", "1", "a--b", "-a", "a-", "Web", "a_b", "1234567890123456".replace('6', 'x'));
  }

  static Arbitrary<String> subjectAltNames() {
    return Arbitraries.of(
        "api.example.com", "10.0.0.1", "2001:db8::1", "spiffe://example.com/ns/x", "https://a.b/c");
  }

  static Arbitrary<String> subjectAltNameEdges() {
    return Arbitraries.of("", "*.example.com", "API.example.com", "a b", "a_b.c", "a.b.", "x*");
  }

  static Arbitrary<String> files() {
    return Arbitraries.of("/etc/certs/ca.pem", "/x", "/etc/a b/é.pem");
  }

  static Arbitrary<String> fileEdges() {
    return Arbitraries.of("", "ca.pem", "./ca.pem", "/", "/etc/", "/a\n", "file:///x", "System");
  }

  static Arbitrary<String> secrets() {
    return Arbitraries.of(
        "client-credential", "a.b", "1", NAME_OF_189 + "." + LABEL_62, LABEL_64 + ".x");
  }

  static Arbitrary<String> secretEdges() {
    return Arbitraries.of(
        "",
        "A",
        "a_b",
        "kubernetes://a",
        "configmap://a/b",
        "configmap://",
        "ns/secret",
        "-a",
        NAME_OF_189 + "." + LABEL_64);
  }

  static Arbitrary<String> authorities() {
    return Arbitraries.of("api.example.com", "api.example.com:8443", "a.b:1", "10.0.0.1:65535");
  }

  static Arbitrary<String> authorityEdges() {
    return Arbitraries.of(
        "",
        "a b",
        "https://a.b",
        ":80",
        "a.b:0",
        "a.b:65536",
        "a.b:",
        "[::1]:80",
        "a.b.",
        "A.b",
        "a.b:x",
        "%REQ(x)%",
        "a.b:080",
        "a.b/c");
  }

  static Arbitrary<String> domains() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.just("cluster.local")),
        Tuple.of(2, Arbitraries.of("k8s.example.com", "internal", "c.l")));
  }

  static Arbitrary<String> domainEdges() {
    return Arbitraries.of(
        "",
        ".",
        "Cluster.local",
        "cluster.local.",
        "a_b.c",
        "a..b",
        "*.local",
        "1",
        "a.1",
        NAME_OF_189,
        LABEL_64,
        NAME_OF_189 + "." + LABEL_63.substring(1) + "x",
        NAME_OF_189 + "." + LABEL_64);
  }

  private static Arbitrary<String> longest() {
    return Combinators.combine(Arbitraries.of(62, 63), alphanumeric(7))
        .as((length, tail) -> LABEL_63.substring(0, length - tail.length()) + tail);
  }

  private static Arbitrary<String> alphanumeric(int length) {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofLength(length);
  }
}
