package io.egressalias.judge;

import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Istio;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A place of a declaration for text of the user, with the texts that Kubernetes, Istio or DNS
 * accept, defined by a pattern that is independent of the grammar of the rules.
 */
enum Place {
  ANNOTATION_VALUE("annotations", Legal.TEXT, Place.SOME, (d, t) -> d.annotations = values(t)),
  ALIAS_ANNOTATION_VALUE(
      "annotations", Legal.TEXT, Place.SOME, (d, t) -> only(d).annotations = values(t)),
  ANNOTATION_KEY("annotations", Legal.ANY_KEY, Place.SOME, (d, t) -> d.annotations = keys(t)),
  ALIAS_ANNOTATION_KEY(
      "annotations", Legal.ANY_KEY, Place.SOME, (d, t) -> only(d).annotations = keys(t)),
  LABEL_VALUE("labels", Legal.LABEL_VALUE, Place.SOME, (d, t) -> d.labels = values(t)),
  ALIAS_LABEL_VALUE("labels", Legal.LABEL_VALUE, Place.SOME, (d, t) -> only(d).labels = values(t)),
  LABEL_KEY("labels", Legal.KEY, Place.SOME, (d, t) -> d.labels = keys(t)),
  ALIAS_LABEL_KEY("labels", Legal.KEY, Place.SOME, (d, t) -> only(d).labels = keys(t)),
  SELECTOR_VALUE("selector", Legal.LABEL_VALUE, Place.SOME, (d, t) -> pods(d, values(t))),
  SELECTOR_KEY("selector", Legal.KEY, Place.SOME, (d, t) -> pods(d, keys(t))),
  WORKLOAD_VALUE("workloadSelector", Legal.LABEL_VALUE, Place.SOME, (d, t) -> users(d, values(t))),
  WORKLOAD_KEY("workloadSelector", Legal.KEY, Place.SOME, (d, t) -> users(d, keys(t))),
  NAME("name", Legal.LABEL, 1, (d, t) -> only(d).name = t.get(0)),
  NAMESPACE("namespace", Legal.LABEL, 1, (d, t) -> d.namespace = Optional.of(t.get(0))),
  ALIAS_NAMESPACE("namespace", Legal.LABEL, 1, (d, t) -> only(d).namespace = Optional.of(t.get(0))),
  PORT_NAME(
      "name",
      Legal.LABEL,
      1,
      (d, t) -> {
        d.istio = Istio.none();
        port(d).name = Optional.of(t.get(0));
      }),
  APP_PROTOCOL(
      "appProtocol",
      Legal.KEY,
      1,
      (d, t) -> {
        d.istio = Istio.none();
        port(d).appProtocol = Optional.of(t.get(0));
      }),
  TARGET_PORT(
      "targetPort",
      Legal.PORT_NAME,
      1,
      (d, t) -> {
        pods(d, Map.of("app", "db"));
        port(d).target = Optional.of(new TargetPort.ByName(t.get(0)));
      }),
  EXTERNAL_NAME(
      "externalName",
      Legal.PREFIX,
      1,
      (d, t) -> target(d, t.get(0)),
      text -> text + ".example.com"),
  ENDPOINT(
      "endpoints",
      Legal.ADDRESS,
      1,
      (d, t) -> only(d).target = new StaticEndpoints(List.of(t.get(0)))),
  HOSTNAME(
      "hostname",
      Legal.LABEL,
      1,
      (d, t) -> {
        only(d).target = StaticEndpoints.of(List.of(EndpointAddress.of("10.20.0.10", t.get(0))));
        only(d).headless = true;
      }),
  CLUSTER_DOMAIN(
      "clusterDomain",
      Legal.PREFIX,
      1,
      (d, t) -> {
        only(d).target = new StaticEndpoints(List.of("10.20.0.10"));
        d.clusterDomain = t.get(0);
      },
      text -> text + ".example.com"),
  AUTHORITY(
      "authority",
      Legal.PREFIX,
      1,
      (d, t) -> only(d).authority = Optional.of(t.get(0)),
      text -> text + ".example.com"),
  SNI(
      "sni",
      Legal.PREFIX,
      Place.SOME,
      (d, t) -> ports(d, t, (tls, text) -> tls.sni = Optional.of(text)),
      text -> text + ".example.com"),
  SUBJECT_ALT_NAME(
      "subjectAltNames",
      Legal.URI,
      Place.SOME,
      (d, t) -> tls(d).subjectAltNames = new ArrayList<>(t),
      text -> "spiffe://" + text),
  CA_CERTIFICATES("caCertificates", (tls, text) -> tls.caCertificates = Optional.of(text)),
  CLIENT_CERTIFICATE("clientCertificate", (tls, text) -> tls.clientCertificate = Optional.of(text)),
  PRIVATE_KEY("privateKey", (tls, text) -> tls.privateKey = Optional.of(text)),
  CREDENTIAL(
      "credentialName",
      Legal.SUBDOMAIN,
      Place.SOME,
      (d, t) -> {
        users(d, Map.of("app", "curl"));
        ports(d, t, Place::credential);
      });

  /** The number of texts for one alias, if it can have many. */
  private static final int SOME = 20;

  private final String field;
  private final Pattern legal;
  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final BiConsumer<DeclarationDraft, List<String>> put;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final UnaryOperator<String> form;

  /** Creates the place of a file. */
  Place(String field, BiConsumer<TlsDraft, String> put) {
    this(field, Legal.FILE, Place.SOME, (d, t) -> ports(d, t, put), text -> "/" + text);
  }

  Place(String field, Pattern legal, int most, BiConsumer<DeclarationDraft, List<String>> put) {
    this(field, legal, most, put, text -> text);
  }

  /**
   * Creates a place.
   *
   * @param field the expected part of the path of a finding
   * @param form converts a hostile string to a text with the required start or end
   */
  Place(
      String field,
      Pattern legal,
      int most,
      BiConsumer<DeclarationDraft, List<String>> put,
      UnaryOperator<String> form) {
    this.field = field;
    this.legal = legal;
    this.most = most;
    this.put = put;
    this.form = form;
  }

  /** Returns the text in this place for a string. */
  String text(String string) {
    return form.apply(string);
  }

  String field() {
    return field;
  }

  boolean isLegal(String text) {
    return legal.matcher(text).matches();
  }

  /** Returns a declaration of one alias with the texts in this place. */
  EgressAliases with(String name, List<String> texts) {
    DeclarationDraft draft = new DeclarationDraft();
    draft.istio = DeclarationArbitraries.istio(27);
    draft.kubernetes = Optional.of(new KubernetesVersion(1, 36));
    draft.namespace = Optional.of("shop");
    AliasDraft alias = new AliasDraft();
    alias.name = name;
    alias.target = new ExternalName("httpbin.org");
    PortDraft port = new PortDraft();
    port.name = Optional.of("http");
    port.number = 8080;
    alias.ports.add(port);
    draft.aliases.add(alias);
    put.accept(draft, texts);
    return draft.build();
  }

  /** Returns texts in groups that an alias can have in this place. */
  List<List<String>> bundles(List<String> texts) {
    List<List<String>> bundles = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += most) {
      bundles.add(texts.subList(from, Math.min(from + most, texts.size())));
    }
    return bundles;
  }

  private static AliasDraft only(DeclarationDraft draft) {
    return draft.aliases.get(0);
  }

  private static PortDraft port(DeclarationDraft draft) {
    return only(draft).ports.get(0);
  }

  private static void target(DeclarationDraft draft, String host) {
    only(draft).target = new ExternalName(host);
  }

  private static void pods(DeclarationDraft draft, Map<String, String> labels) {
    only(draft).target = new PodSelector(labels);
  }

  private static void users(DeclarationDraft draft, Map<String, String> labels) {
    tls(draft);
    only(draft).workloadSelector = Optional.of(labels);
  }

  private static TlsDraft tls(DeclarationDraft draft) {
    TlsDraft tls = new TlsDraft();
    tls.mode = TlsDraft.Mode.SIMPLE;
    only(draft).tls = Optional.of(tls);
    return tls;
  }

  /** Creates a port with its own TLS for each text. */
  private static void ports(
      DeclarationDraft draft, List<String> texts, BiConsumer<TlsDraft, String> put) {
    List<PortDraft> ports = only(draft).ports;
    ports.clear();
    for (String text : texts) {
      TlsDraft tls = new TlsDraft();
      tls.mode = TlsDraft.Mode.MUTUAL;
      tls.clientCertificate = Optional.of("/etc/certs/client.pem");
      tls.privateKey = Optional.of("/etc/certs/client-key.pem");
      put.accept(tls, text);
      PortDraft port = new PortDraft();
      port.name = Optional.of("http-" + ports.size());
      port.number = 8080 + ports.size();
      port.tls = Optional.of(tls);
      ports.add(port);
    }
  }

  private static void credential(TlsDraft tls, String secret) {
    tls.credentialName = Optional.of(secret);
    tls.clientCertificate = Optional.empty();
    tls.privateKey = Optional.empty();
  }

  private static Map<String, String> values(List<String> texts) {
    Map<String, String> entries = new LinkedHashMap<>();
    texts.forEach(text -> entries.put("k" + entries.size(), text));
    return entries;
  }

  private static Map<String, String> keys(List<String> texts) {
    Map<String, String> entries = new LinkedHashMap<>();
    texts.forEach(text -> entries.put(text, "v" + entries.size()));
    return entries;
  }

  /** The legal texts according to the references of Kubernetes and Istio. */
  private static final class Legal {
    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String DNS_NAME = DNS_LABEL + "(\\." + DNS_LABEL + ")*";
    private static final String PART = "(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";

    private static final String PRINTABLE = "[^\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF]";

    static final Pattern TEXT = Pattern.compile("[^\\uD800-\\uDFFF]*", Pattern.DOTALL);
    static final Pattern KEY = Pattern.compile("((?=[^/]{1,253}/)" + DNS_NAME + "/)?" + PART);
    static final Pattern ANY_KEY =
        Pattern.compile(
            "((?=[^/]{1,253}/)(?i:" + DNS_NAME + ")/)?" + PART, Pattern.CASE_INSENSITIVE);
    static final Pattern LABEL_VALUE = Pattern.compile("|" + PART);
    static final Pattern LABEL = Pattern.compile("(?=.{1,63}$)" + DNS_LABEL);
    static final Pattern SUBDOMAIN = Pattern.compile("(?=.{1,253}$)" + DNS_NAME);
    static final Pattern PORT_NAME = Pattern.compile("(?=.{1,15}$)(?=.*[a-z])(?!.*--)" + DNS_LABEL);
    static final Pattern PREFIX =
        Pattern.compile("(?=.{1,253}$)(?!.*[^.]{64})" + DNS_NAME + "\\.example\\.com");

    /** Matches the addresses of the corpus. */
    static final Pattern ADDRESS =
        Pattern.compile("91\\.198\\.174\\.192|10\\.0\\.0\\.1|2001:db8::1|a::b|1(:[2-8]){7}");

    static final Pattern URI = Pattern.compile("spiffe://[^ \\t\\n\\u000B\\f\\r*\\uD800-\\uDFFF]+");
    static final Pattern FILE = Pattern.compile("/" + PRINTABLE + "*(?!/)" + PRINTABLE);

    private Legal() {}
  }
}
