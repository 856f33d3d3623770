package io.egressalias.declaration;

import static io.egressalias.model.EgressAliases.API_VERSION;
import static io.egressalias.model.EgressAliases.KIND;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.Int;
import io.egressalias.declaration.Shape.IntOrText;
import io.egressalias.declaration.Shape.ListOf;
import io.egressalias.declaration.Shape.Text;
import io.egressalias.declaration.Shape.TextMap;
import io.egressalias.declaration.Shape.Variants;
import io.egressalias.declaration.Shape.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shape of a document of the kind {@code EgressAliases}: every field, in one place. */
final class DeclarationShape {
  private static final Shape TEXT = new Text();
  private static final Shape MAP = new TextMap(true);
  private static final Shape LABELS = new TextMap(false);
  private static final Shape TEXTS = new ListOf(TEXT, false);

  private static final Variants TLS_MODES =
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
                  List.of("clientCertificate", "privateKey"))));

  private static final Shape TLS =
      new Fields(
          List.of(
              required(
                  "mode",
                  new Word(List.of("DISABLE", "SIMPLE", "MUTUAL")),
                  "DISABLE: what the workload sends leaves as it is. SIMPLE: the sidecar originates TLS"
                      + " and verifies the server. MUTUAL: it shows a client certificate as well.",
                  "SIMPLE"),
              optional(
                  "sni",
                  TEXT,
                  "The name that the server is asked for. Default: externalName; required for"
                      + " endpoints.",
                  "api.example.com"),
              optional(
                  "subjectAltNames",
                  TEXTS,
                  "Names of which the server's certificate has one. Default: the sni.",
                  "[api.example.com]"),
              optional(
                  "caCertificates",
                  TEXT,
                  "A file in the proxy with the authorities that the server is verified by, or system"
                      + " for those of the operating system. Default: system, unless a credential"
                      + " brings them.",
                  "/etc/certs/ca.pem"),
              optional(
                  "clientCertificate",
                  TEXT,
                  "MUTUAL: a file in the proxy with the client certificate.",
                  "/etc/certs/client.pem"),
              optional(
                  "privateKey",
                  TEXT,
                  "MUTUAL: a file in the proxy with the key of the client certificate.",
                  "/etc/certs/client-key.pem"),
              optional(
                  "credentialName",
                  TEXT,
                  "The Secret with the certificates, in the namespace of the pods. Needs a"
                      + " workloadSelector; excludes the files.",
                  "client-credential")),
          List.of(),
          Optional.of(TLS_MODES));

  private static final Shape PORT =
      fields(
          optional(
              "name",
              TEXT,
              "Starts with Istio's name of the protocol, as in http or tcp-postgres, unless"
                  + " appProtocol says it. Required; a single port of a cluster without a mesh may"
                  + " go without.",
              "http"),
          required("port", new Int(1, 65535), "The port that workloads call.", "80"),
          optional(
              "targetPort",
              new IntOrText(1, 65535),
              "The port of the target, where it differs. A name only with a selector.",
              "443"),
          optional(
              "protocol",
              new Word(List.of("TCP", "UDP", "SCTP")),
              "The transport protocol. Default: TCP.",
              "TCP"),
          optional(
              "appProtocol",
              TEXT,
              "The application protocol, one of Istio's names; counts before the name.",
              "http2"),
          optional("tls", TLS, "In place of the TLS of the alias, whole.", "{mode: DISABLE}"));

  private static final Shape ALIAS =
      new Fields(
          List.of(
              required(
                  "name",
                  TEXT,
                  "The name of the Service, which workloads call: a DNS label.",
                  "my-httpbin"),
              optional("namespace", TEXT, "The namespace of the alias's objects.", "default"),
              optional("labels", MAP, "Labels of the alias's objects.", "{team: payments}"),
              optional(
                  "annotations",
                  MAP,
                  "Annotations of the alias's objects.",
                  "{example.com/owner: payments}"),
              optional(
                  "externalName",
                  TEXT,
                  "The target: an external host. Exactly one of externalName, endpoints and"
                      + " selector.",
                  "httpbin.org"),
              optional(
                  "endpoints",
                  TEXTS,
                  "The target: external IP addresses.",
                  "[91.198.174.192, 198.35.26.96]"),
              optional(
                  "selector",
                  LABELS,
                  "The target: pods of the cluster, for the day on which the service moves in.",
                  "{app: httpbin}"),
              optional(
                  "clusterIP",
                  new Word(List.of("None")),
                  "None: a headless Service; for endpoints in the direct form.",
                  "None"),
              optional(
                  "ports",
                  new ListOf(PORT, false),
                  "The ports that workloads call. A direct externalName may go without.",
                  "[{name: http, port: 80}]"),
              optional(
                  "tls",
                  TLS,
                  "The TLS of every port that has none of its own. Omitted means DISABLE.",
                  "{mode: DISABLE}"),
              optional(
                  "workloadSelector",
                  fields(
                      required(
                          "matchLabels", LABELS, "Labels, all of which a pod has.", "{app: curl}")),
                  "The pods of the alias's namespace that may use it.",
                  "{matchLabels: {app: curl}}"),
              optional(
                  "authority",
                  TEXT,
                  "The Host header that the external server wants: a host, or host:port.",
                  "api.example.com")),
          List.of("externalName", "endpoints", "selector"),
          Optional.empty());

  private static final Shape PLATFORM =
      fields(
          optional(
              "kubernetes",
              TEXT,
              "The release of Kubernetes, in quotes. Decides between Endpoints and"
                  + " EndpointSlices.",
              "\"1.34\""),
          optional(
              "istio",
              TEXT,
              "The release of Istio, in quotes, or none for a cluster without a mesh.",
              "\"1.27\""),
          optional(
              "clusterDomain",
              TEXT,
              "The domain of the cluster's services. Default: cluster.local.",
              "cluster.local"),
          optional(
              "outboundTrafficPolicy",
              new Word(List.of("ALLOW_ANY", "REGISTRY_ONLY")),
              "What the mesh does with traffic to hosts that it does not know. Default:"
                  + " ALLOW_ANY.",
              "REGISTRY_ONLY"));

  /** The whole document. */
  static final Fields DOCUMENT =
      fields(
          required(
              "apiVersion",
              new Word(List.of(API_VERSION)),
              "The version of this format.",
              API_VERSION),
          required("kind", new Word(List.of(KIND)), "The kind of this document.", KIND),
          required(
              "metadata",
              fields(
                  required(
                      "name",
                      TEXT,
                      "The name of the declaration, for people.",
                      "external-services"),
                  optional(
                      "annotations",
                      MAP,
                      "For tools that write there; nothing is rendered from them.",
                      "{config.kubernetes.io/local-config: \"true\"}")),
              "Says which declaration this is.",
              "{name: external-services}"),
          required(
              "spec",
              fields(
                  optional(
                      "platform",
                      PLATFORM,
                      "The cluster that the aliases are meant for.",
                      "{kubernetes: \"1.34\", istio: \"1.27\"}"),
                  optional(
                      "namespace", TEXT, "The namespace of aliases that declare none.", "default"),
                  optional(
                      "labels",
                      MAP,
                      "Labels of every alias; an alias's own label of the same key wins.",
                      "{team: payments}"),
                  optional(
                      "annotations",
                      MAP,
                      "Annotations of every alias; an alias's own annotation of the same key wins.",
                      "{example.com/owner: payments}"),
                  required(
                      "aliases",
                      new ListOf(ALIAS, false),
                      "The aliases, rendered in this order.",
                      "[{name: my-httpbin, externalName: httpbin.org, ports: [{name: http, port:"
                          + " 80}]}]")),
              "What is declared.",
              "{aliases: [{name: my-httpbin, externalName: httpbin.org, ports: [{name: http, port:"
                  + " 80}]}]}"));

  private DeclarationShape() {}

  private static Fields fields(Field... fields) {
    return new Fields(List.of(fields), List.of(), Optional.empty());
  }

  private static Field required(String name, Shape shape, String description, String example) {
    return new Field(name, shape, true, description, example);
  }

  private static Field optional(String name, Shape shape, String description, String example) {
    return new Field(name, shape, false, description, example);
  }
}
