package io.egressalias.golden;

/** The possible values of one property of a declaration. Earlier values are preferred. */
interface Dimension {

  /** A part of the name of a golden; empty for the usual value. */
  String word();

  /** The target of an alias. */
  enum Destination implements Dimension {
    HOST("externalName: api.example.com", true),
    V4("endpoints: [10.20.0.10, 10.20.0.11]", true),
    V6("endpoints: [\"fd00:20::10\", \"fd00:20::11\"]", true),
    DUAL("endpoints: [\"fd00:20::10\", 10.20.0.10]", true),
    PODS("selector: {app: api}", false),
    SERVICE("externalName: payments.bank.svc.cluster.local", false);

    private final String line;
    private final boolean external;

    Destination(String line, boolean external) {
      this.line = line;
      this.external = external;
    }

    String line() {
      return line;
    }

    /** Whether DNS resolves the target, which maps no ports. */
    boolean isName() {
      return this == HOST || this == SERVICE;
    }

    /** The kind of target; address families do not affect TLS and protocols. */
    String kind() {
      return external && this != HOST ? "endpoints" : word();
    }

    @Override
    public String word() {
      return Words.of(this);
    }
  }

  /** The encryption of the traffic. */
  enum Encryption implements Dimension {
    DISABLE("{mode: DISABLE}"),
    OMITTED(""),
    SIMPLE("{mode: SIMPLE%s}"),
    FILES(
        "{mode: MUTUAL, sni: gate.example.com, subjectAltNames: [gate.example.com,"
            + " api.example.com], caCertificates: /etc/certs/ca.pem, clientCertificate:"
            + " /etc/certs/client.pem, privateKey: /etc/certs/client.key}"),
    CREDENTIAL("{mode: MUTUAL%s, credentialName: client-credential}"),
    /** The port originates TLS, other ports do not. */
    MIX("{mode: SIMPLE%s}");

    private final String settings;

    Encryption(String settings) {
      this.settings = settings;
    }

    /** Addresses need an explicit SNI. */
    String settings(Destination destination) {
      return settings.formatted(destination.isName() ? "" : ", sni: api.example.com");
    }

    boolean originates() {
      return this != DISABLE && this != OMITTED;
    }

    @Override
    public String word() {
      return Words.of(this);
    }
  }

  /** The protocol on the port. */
  enum Wire implements Dimension {
    HTTP("http", 80, 443),
    GRPC("grpc", 9090, 8443),
    HTTP2("http2", 8080, 8443),
    TCP("tcp-db", 5433, 5434),
    /** The target port is declared for every target. */
    MAPPED("tcp-far", 5435, 16358),
    TLS("tls", 443, 8443),
    REDIS("redis", 6379, 6380),
    MONGO("mongo", 27017, 27018),
    MYSQL("mysql", 3306, 3307),
    UDP("udp-dns", 53, 5353),
    /** HTTP on the number that other hosts use for TLS. */
    WEB("http-web", 8443, 443),
    /** Istio detects the protocol. */
    DETECTED("cache", 7000, 7001);

    private final String portName;
    private final int port;
    private final int targetPort;

    Wire(String portName, int port, int targetPort) {
      this.portName = portName;
      this.port = port;
      this.targetPort = targetPort;
    }

    int port() {
      return port;
    }

    /** The fields of the port, without its TLS. */
    String fields(boolean mapped) {
      return "name: %s, port: %d%s%s"
          .formatted(
              portName,
              port,
              mapped || this == MAPPED ? ", targetPort: " + targetPort : "",
              this == UDP ? ", protocol: UDP" : "");
    }

    @Override
    public String word() {
      return Words.of(this);
    }
  }

  /** The Host header. */
  enum Authority implements Dimension {
    BY_DEFAULT(""),
    REWRITTEN("authority"),
    PRESERVED("preserve");

    private final String word;

    Authority(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Which mesh. */
  enum Mesh implements Dimension {
    UNDECLARED("", ""),
    V1_27("istio127", "istio: \"1.27\""),
    V1_22("istio122", "istio: \"1.22\""),
    V1_21("istio121", "istio: \"1.21\""),
    V1_20("istio120", "istio: \"1.20\""),
    NONE("nomesh", "istio: none");

    private final String word;
    private final String setting;

    Mesh(String word, String setting) {
      this.word = word;
      this.setting = setting;
    }

    String setting() {
      return setting;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Which cluster. */
  enum Cluster implements Dimension {
    UNDECLARED("", ""),
    V1_36("kube136", "kubernetes: \"1.36\""),
    V1_33("kube133", "kubernetes: \"1.33\""),
    V1_32("kube132", "kubernetes: \"1.32\"");

    private final String word;
    private final String setting;

    Cluster(String word, String setting) {
      this.word = word;
      this.setting = setting;
    }

    String setting() {
      return setting;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** The treatment of traffic to hosts that the mesh does not know. */
  enum Policy implements Dimension {
    ALLOW_ANY("", ""),
    REGISTRY_ONLY("registry", "outboundTrafficPolicy: REGISTRY_ONLY");

    private final String word;
    private final String setting;

    Policy(String word, String setting) {
      this.word = word;
      this.setting = setting;
    }

    String setting() {
      return setting;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** The data plane, and the waypoint. */
  enum Plane implements Dimension {
    SIDECARS("", ""),
    WAYPOINT("ambient", "dataPlane: ambient, waypoint: waypoint"),
    ELSEWHERE(
        "ambient-elsewhere",
        "dataPlane: ambient, waypoint: {name: waypoint, namespace: istio-egress}"),
    /** The namespace has the label, and the Service has none. */
    OF_NAMESPACE("ambient-namespace", "dataPlane: ambient, waypoint: namespace");

    private final String word;
    private final String setting;

    Plane(String word, String setting) {
      this.word = word;
      this.setting = setting;
    }

    String setting() {
      return setting;
    }

    @Override
    public String word() {
      return word;
    }
  }
}
