package io.egressalias.diagnostic;

import static io.egressalias.diagnostic.Severity.ERROR;
import static io.egressalias.diagnostic.Severity.INFO;
import static io.egressalias.diagnostic.Severity.WARNING;

import io.egressalias.model.PlatformFact;
import java.util.List;
import java.util.Optional;

/**
 * What can be found in a declaration. A code is for ever: a rule that is dropped leaves its code
 * unused.
 *
 * <p>00xx text, 01xx structure, 02xx names, 03xx ports, 04xx protocols, 05xx external names, 06xx
 * addresses, 07xx TLS, 08xx platform, 09xx the whole set, 10xx kustomize and kpt.
 */
public enum Rule {
  TEXT(
      "EGA0001",
      ERROR,
      "The text is UTF-8",
      "YAML is text. A byte sequence that is not UTF-8 would be replaced in silence by"
          + " what reads it next, and the name or value that it stands in would be another.",
      "Save the file as UTF-8.",
      "https://yaml.org/spec/1.2.2/#52-character-encodings"),
  SYNTAX(
      "EGA0002",
      ERROR,
      "The text is YAML",
      "Nothing can be said about a document that cannot be read. Other documents of the"
          + " same file are read all the same.",
      "Mend the place that the finding names; what begins with a sign that YAML uses has"
          + " to stand in quotes.",
      "https://yaml.org/spec/1.2.2/"),
  LIMIT(
      "EGA0003",
      ERROR,
      "The text keeps within the limits",
      "Limits on size, depth and repetition make sure that a hostile or broken file ends"
          + " in a message and not in a machine without memory. No declaration that a person or"
          + " a program would write comes near them.",
      "Divide the declaration into several documents or files.",
      "https://yaml.org/spec/1.2.2/#32-information-models"),
  KIND(
      "EGA0101",
      ERROR,
      "A document is an EgressAliases of a known version",
      "A file may hold many documents, and each must be one that this library renders:"
          + " what it passed over in silence would be missing in the cluster.",
      "Write `apiVersion: egressalias.io/v1alpha1` and `kind: EgressAliases`, or take the"
          + " document out.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/#required-fields"),
  UNKNOWN_KEY(
      "EGA0102",
      ERROR,
      "Every key is known",
      "A key that is misspelled would otherwise do nothing, and nobody would notice.",
      "Write the key that is meant, or take it out.",
      Docs.KUBERNETES + "reference/using-api/api-concepts/#field-validation"),
  DUPLICATE_KEY(
      "EGA0103",
      ERROR,
      "A key stands once",
      "Most readers of YAML, kubectl among them, take the last of two equal keys and say"
          + " nothing.",
      "Keep the one that is meant.",
      "https://yaml.org/spec/1.2.2/#3213-node-comparison"),
  WRONG_TYPE(
      "EGA0104",
      ERROR,
      "A value has the type of its field",
      "A value is taken as it was meant or not at all: 1.30 without quotes is the number"
          + " 1.3 to YAML, and a port in quotes is a name to Kubernetes.",
      "Put strings that look like something else in quotes, and write numbers without.",
      "https://yaml.org/spec/1.2.2/#103-core-schema"),
  MISSING_FIELD(
      "EGA0105",
      ERROR,
      "What is required is there",
      "A required field has no default that could be right for everybody.",
      "Add the field.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/#required-fields"),
  ONE_TARGET(
      "EGA0106",
      ERROR,
      "An alias has exactly one target",
      "An alias stands for one thing: an external host, external IP addresses, or pods."
          + " Kubernetes ignores a selector beside an external name, and adds nothing up.",
      "Keep one of `externalName`, `endpoints` and `selector`; another target is another"
          + " alias.",
      Docs.KUBERNETES + "concepts/services-networking/service/#externalname"),
  UNKNOWN_WORD(
      "EGA0107",
      ERROR,
      "A word is one of those that its field knows",
      "The words are those of the Kubernetes and Istio APIs, which compare them letter by"
          + " letter.",
      "Write one of the words that the finding lists.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode"),
  EMPTY(
      "EGA0108",
      ERROR,
      "A list or map that has to hold something holds something",
      "An empty list of aliases, ports, addresses or labels either does nothing or does"
          + " not mean what it looks like; an empty selector would select every pod.",
      "Write what is meant, or leave the key out.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/labels/#label-selectors"),
  NO_DECLARATION(
      "EGA0109",
      ERROR,
      "There is a declaration",
      "A run that renders nothing because its input is empty looks like one that"
          + " succeeded, and whatever is kept in line with its output would be emptied.",
      "Name a file that holds a document of the kind EgressAliases.",
      "https://yaml.org/spec/1.2.2/#91-documents"),
  ALIAS_NAME(
      "EGA0201",
      ERROR,
      "The name of an alias is the name of a Service",
      "The name becomes a part of a DNS name: lower case letters, digits and `-`, 63"
          + " characters at most, a letter first and no `-` last. Since Kubernetes 1.36 a digit"
          + " may come first.",
      "Write a name such as `my-httpbin`.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/names/#rfc-1035-label-names",
      "https://www.kubernetes.dev/resources/keps/5311/"),
  NAMESPACE(
      "EGA0202",
      ERROR,
      "A namespace is a DNS label",
      "The name of a namespace becomes a part of a DNS name: lower case letters, digits"
          + " and `-`, 63 characters at most, neither first nor last a `-`.",
      "Write a name such as `shop`.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/names/#dns-label-names"),
  LABEL_KEY(
      "EGA0203",
      ERROR,
      "A label key is one that Kubernetes takes",
      "A key is a name of 63 characters at most (letters, digits, `-`, `_` and `.`, a"
          + " letter or digit first and last), with a DNS subdomain and `/` before it or not.",
      "Write a key such as `team` or `example.com/team`.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/labels/#syntax-and-character-set"),
  LABEL_VALUE(
      "EGA0204",
      ERROR,
      "A label value is one that Kubernetes takes",
      "A value is empty, or 63 characters at most: letters, digits, `-`, `_` and `.`, a"
          + " letter or digit first and last.",
      "Write a value such as `payments`; free text goes into an annotation.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/labels/#syntax-and-character-set"),
  ANNOTATION_KEY(
      "EGA0205",
      ERROR,
      "An annotation key is one that Kubernetes takes",
      "A key is a name of 63 characters at most (letters, digits, `-`, `_` and `.`, a"
          + " letter or digit first and last), with a DNS subdomain and `/` before it or not.",
      "Write a key such as `example.com/owner`.",
      Docs.KUBERNETES
          + "concepts/overview/working-with-objects/annotations/#syntax-and-character-set"),
  ANNOTATION_SIZE(
      "EGA0206",
      ERROR,
      "Annotations fit into an object twice",
      "All annotations of an object may have 262,144 bytes, and `kubectl apply` keeps the"
          + " whole object in one more annotation of it. What fits once but not twice can be"
          + " created and never applied.",
      "Keep long text elsewhere and write its address.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/annotations/",
      "https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/"),
  RESERVED_KEY(
      "EGA0207",
      ERROR,
      "Labels and annotations of the controllers are left to them",
      "Some keys tie objects together or are written by controllers, kubectl, Istio or"
          + " this library. Set by hand they take an object out of its place: traffic then ends"
          + " nowhere, or goes twice. Annotations of Istio are for single kinds, and are written"
          + " here to every object of an alias.",
      "Take it out.",
      Docs.KUBERNETES + "reference/labels-annotations-taints/",
      Docs.ISTIO + "reference/config/annotations/"),
  OBJECT_SIZE(
      "EGA0208",
      ERROR,
      "An object fits into one of its own annotations",
      "`kubectl apply` keeps a copy of the whole object in an annotation, and annotations may"
          + " have 262,144 bytes. A larger object is refused.",
      "Divide the alias into several with fewer ports, addresses or names each.",
      Docs.KUBERNETES + "tasks/manage-kubernetes-objects/declarative-config/",
      "https://github.com/kubernetes/kubectl/issues/712"),
  API_SERVER_NAME(
      "EGA0209",
      ERROR,
      "The Service of the API server is left alone",
      "Every cluster has a Service `kubernetes` in the namespace `default`, by which pods reach"
          + " the API server. An alias of that name would take its place.",
      "Give the alias another name or namespace.",
      Docs.KUBERNETES + "tasks/run-application/access-api-from-pod/"),
  ANNOTATION_VALUE(
      "EGA0210",
      ERROR,
      "An annotation value is made of whole characters",
      "In Java and in JSON a text can hold half of a character that takes two: a surrogate"
          + " without the other. It has no UTF-8, so some readers refuse the manifest, and"
          + " others put another character in its place and say nothing.",
      "Write the character in full, or take the half out.",
      "https://www.unicode.org/faq/utf_bom.html#utf16-7",
      "https://yaml.org/spec/1.2.2/#51-character-set"),
  PORT_RANGE(
      "EGA0301",
      ERROR,
      "A port is between 1 and 65535",
      "Kubernetes refuses any other in a Service. In an EndpointSlice it takes any"
          + " number, and traffic ends nowhere.",
      "Write a port such as `443`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  PORT_NAME(
      "EGA0302",
      ERROR,
      "The name of a port is a DNS label",
      "Lower case letters, digits and `-`, 63 characters at most, neither first nor last"
          + " a `-`.",
      "Write a name such as `http` or `tcp-postgres`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  PORT_NAME_MISSING(
      "EGA0303",
      ERROR,
      "A port has a name",
      "In a mesh the name says which protocol it is, and it ties the port to that of the"
          + " endpoints. Without a mesh Kubernetes wants names as soon as there are two ports.",
      "Add a name that begins with the protocol, such as `name: http` or `name:"
          + " tcp-postgres`.",
      Docs.KUBERNETES + "concepts/services-networking/service/#multi-port-services",
      Docs.ISTIO + "ops/deployment/application-requirements/"),
  PORT_NAME_TWICE(
      "EGA0304",
      ERROR,
      "No two ports of an alias have one name",
      "The name ties a port of the Service to that of its endpoints; two of one name"
          + " cannot be told apart, and Kubernetes refuses them.",
      "Give it another name, such as `http-admin`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  PORT_TWICE(
      "EGA0305",
      ERROR,
      "No two ports of an alias have one number and protocol",
      "Kubernetes refuses a Service with such ports.",
      "Give it another number, or take it out.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  PORT_OF_TWO_PROTOCOLS(
      "EGA0306",
      INFO,
      "One number for two transport protocols is applied on the server's side",
      "`kubectl apply` merges the ports of a Service by their number alone. Created at"
          + " once the two are right; when one is added later or their order changes, one of"
          + " them is lost in silence. `kubectl apply --server-side` does it right.",
      "Apply with `kubectl apply --server-side`.",
      "https://github.com/kubernetes/kubernetes/issues/105610"),
  TARGET_PORT(
      "EGA0307",
      ERROR,
      "A target port is a port or the name of one",
      "A number is between 1 and 65535. A name is one of a container's port: 15"
          + " characters at most, lower case letters, digits and single `-`, one letter at"
          + " least.",
      "Write a number such as `8443`, or a name such as `https`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  TARGET_PORT_WITHOUT_EFFECT(
      "EGA0308",
      ERROR,
      "A target port can be carried out",
      "An external name is DNS, which maps no ports; a headless Service maps none either;"
          + " and a name can be looked up in pods alone. Whoever declares it here would be sent"
          + " to another port than declared.",
      "Leave `targetPort` out and declare the port that the server listens on, or use"
          + " `endpoints`.",
      Docs.KUBERNETES + "concepts/services-networking/service/#externalname",
      Docs.KUBERNETES + "concepts/services-networking/service/#headless-services"),
  PORTS_MISSING(
      "EGA0309",
      ERROR,
      "An alias has ports where they count",
      "A Service with a cluster IP must have ports. An external name needs them before"
          + " Istio 1.21, where sidecars carry declared ports only, and wherever the sidecar has"
          + " something to do.",
      "Add `ports`, such as `ports: [{name: http, port: 80}]`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec",
      Docs.ISTIO + "ops/configuration/traffic-management/traffic-routing/#externalname-services"),
  PORTS_LEFT_OPEN(
      "EGA0310",
      WARNING,
      "Leaving out the ports of an external name wants a platform",
      "Since Istio 1.21 and without a mesh the ports of an external name do not count;"
          + " before, sidecars carry declared ports only. Without a declared platform nobody can"
          + " tell which of it holds.",
      "Declare `platform.istio`, or add `ports`.",
      Docs.ISTIO + "ops/configuration/traffic-management/traffic-routing/#externalname-services"),
  TOO_MANY_PORTS(
      "EGA0311",
      ERROR,
      "A routed alias has 256 ports at most",
      "A ServiceEntry may not have more.",
      "Divide the alias into several.",
      Docs.ISTIO + "reference/config/networking/service-entry/#ServiceEntry"),
  PORT_OF_SIDECAR(
      "EGA0312",
      ERROR,
      "A port of the sidecar itself is carried nowhere",
      "A sidecar listens on 15001, 15006, 15021 and 15090 itself, whatever the address. An HTTP"
          + " port of one of these numbers, and any TCP port of an external name in the direct"
          + " form, gets no listener of its own: 15001 and 15006 lead nowhere, and on 15021 and"
          + " 15090 the sidecar answers the workload, without the TLS that is declared. A"
          + " target port may have these numbers.",
      "Write another number; where the server listens on it, add it as `targetPort`.",
      Docs.ISTIO + "ops/deployment/application-requirements/#ports-used-by-istio"),
  PROTOCOL_UNKNOWN(
      "EGA0401",
      ERROR,
      "A port says its protocol",
      "Where neither the beginning of the name nor appProtocol is one of Istio's words,"
          + " sidecars guess: a protocol in which the server speaks first waits for ever, and"
          + " `istioctl validate` refuses the Service.",
      "Begin the name with the protocol, as in `name: tcp-postgres`, or add `appProtocol:"
          + " tcp`.",
      Docs.ISTIO
          + "ops/configuration/traffic-management/protocol-selection/#explicit-protocol-selection"),
  APP_PROTOCOL(
      "EGA0402",
      ERROR,
      "appProtocol is a word that is understood",
      "In a mesh it is one of Istio's words; `istioctl validate` refuses all others,"
          + " `kubernetes.io/h2c` among them. Without a mesh it is a word or a name with a"
          + " prefix, as Kubernetes has it.",
      "Write one of grpc, grpc-web, http, http2, http_proxy, https, mongo, mysql, redis,"
          + " tcp, tls.",
      Docs.ISTIO
          + "ops/configuration/traffic-management/protocol-selection/#explicit-protocol-selection",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec"),
  PROTOCOL_CONTRADICTION(
      "EGA0403",
      WARNING,
      "The name of a port says the same as its protocol",
      "appProtocol counts before the name, and UDP before both. A name that says another"
          + " protocol misleads whoever reads it.",
      "Make the beginning of the name and the protocol the same.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  HTTP_ON_TLS_PORT(
      "EGA0404",
      ERROR,
      "No clear HTTP on a port that others use for TLS",
      "A sidecar listens for HTTP on the whole number, for every host: an alias with"
          + " `http` on 443 takes all HTTPS of the mesh that leaves on 443, and breaks it. The"
          + " same goes for other numbers that stand for TLS or for a database.",
      "Declare another `port`, such as 80, with `targetPort: 443`; or `name: tls` if the"
          + " workload encrypts by itself.",
      "https://github.com/istio/istio/issues/47088",
      Docs.ISTIO + "ops/common-problems/network-issues/"),
  TCP_NAME(
      "EGA0405",
      ERROR,
      "The port of an external name is not called tcp alone",
      "Every analyzer of Istio objects to it (IST0150): such ports used to capture"
          + " traffic that was not theirs. With a word behind it the name passes.",
      "Write a name such as `tcp-database`.",
      Docs.ISTIO + "reference/config/analysis/ist0150/"),
  TCP_LISTENER(
      "EGA0406",
      WARNING,
      "A TCP port of an external name takes more than its own traffic before Istio 1.21",
      "Before Istio 1.21 the sidecars listen on the number for every address: all TCP of"
          + " the mesh on that port goes to this external host. Since 1.21 they do not.",
      "Declare `platform.istio` if it is 1.21 or later; otherwise use `endpoints`, which"
          + " have an address of their own.",
      PlatformFact.EXTERNAL_NAME_IS_ALIAS.source()),
  GRPC_ON_HTTP_PORT(
      "EGA0407",
      WARNING,
      "A gRPC service is declared as one",
      "A sidecar sends what arrives on an `http` port as HTTP/1.1, and the status of a"
          + " gRPC call is lost on the way: every call fails.",
      "Begin the name with `grpc`, as in `name: grpc`, or with another word if it is not"
          + " gRPC.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  UDP_NAME(
      "EGA0408",
      ERROR,
      "A TCP port does not call itself udp",
      "Istio goes by the beginning of the name: sidecars pass the port over, and nothing that"
          + " is declared for it is carried out.",
      "Begin the name with another protocol, or declare `protocol: UDP`.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  HOST(
      "EGA0501",
      ERROR,
      "An external name is a DNS name in lower case",
      "Letters a to z, digits and `-` in parts of 63 characters at most, joined by dots,"
          + " 253 characters in all, and not digits alone in the last part. Kubernetes lets"
          + " parts through that DNS cannot carry.",
      "Write a name such as `httpbin.org`.",
      Docs.KUBERNETES_API + "service-resources/service-v1/#ServiceSpec",
      "https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4"),
  HOST_TRAILING_DOT(
      "EGA0502",
      ERROR,
      "An external name has no dot at its end",
      "Kubernetes takes it, but Istio compares the name letter by letter: the alias loses"
          + " its route, and traffic leaves in clear text.",
      "Write it without the dot.",
      Docs.ISTIO + "ops/configuration/traffic-management/traffic-routing/#externalname-services"),
  HOST_IS_ADDRESS(
      "EGA0503",
      ERROR,
      "An external name is not an IP address",
      "Kubernetes takes an IPv4 address there and treats it as a name made of digits,"
          + " which no DNS server resolves.",
      "Declare it as `endpoints`.",
      Docs.KUBERNETES + "concepts/services-networking/service/#externalname"),
  HOST_IS_URL(
      "EGA0504",
      ERROR,
      "An external name is a host alone",
      "Scheme, port and path have no place in a DNS name.",
      "Write the host; the port belongs into `ports`.",
      Docs.KUBERNETES + "concepts/services-networking/service/#externalname"),
  HOST_NOT_EXTERNAL(
      "EGA0505",
      ERROR,
      "An external name has more than one part",
      "`localhost` is the pod itself, and a name of one part is looked up as it stands,"
          + " where no public name is found.",
      "Write the full name, such as `db.example.com`.",
      Docs.KUBERNETES + "concepts/services-networking/dns-pod-service/"),
  HOST_IN_CLUSTER(
      "EGA0506",
      ERROR,
      "An external name does not lead into the cluster",
      "A name of the cluster's own is no external service: the alias would switch Istio's"
          + " mutual TLS off for it, could lead to itself, or to another alias and round in"
          + " circles.",
      "Call the Service by its own name, or declare `selector`.",
      Docs.KUBERNETES + "concepts/services-networking/dns-pod-service/",
      Docs.ISTIO + "ops/configuration/traffic-management/traffic-routing/#externalname-services"),
  HOST_INTERNATIONAL(
      "EGA0507",
      ERROR,
      "An external name is written in its ASCII form",
      "DNS carries international names in their A-label form, and Kubernetes refuses the"
          + " other.",
      "Write the form that begins with `xn--`.",
      "https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1"),
  ADDRESS(
      "EGA0601",
      ERROR,
      "An endpoint is an IP address",
      "An endpoint has no name, no port, no length of a prefix and no zone.",
      "Write an address such as `10.20.0.10` or `fd00:20::10`; a host is declared as"
          + " `externalName`.",
      Docs.KUBERNETES_API + "service-resources/endpoint-slice-v1/"),
  ADDRESS_RANGE(
      "EGA0602",
      ERROR,
      "An endpoint is in a range that Kubernetes takes",
      "Unspecified, loopback, link-local and link-local multicast addresses mean another"
          + " machine on every node; with them a namespace could reach what is not its own.",
      "Write the address at which the service is reached from the nodes.",
      Docs.KUBERNETES + "concepts/services-networking/service/#services-without-selectors"),
  ADDRESS_UNREACHABLE(
      "EGA0603",
      ERROR,
      "An endpoint can be reached",
      "Kubernetes takes multicast, broadcast and reserved addresses as well, but no"
          + " connection to one ever succeeds.",
      "Write the address of the service.",
      "https://www.iana.org/assignments/iana-ipv4-special-registry/"),
  ADDRESS_DOCUMENTATION(
      "EGA0604",
      WARNING,
      "An endpoint is not an address of a manual",
      "Addresses for documentation and benchmarks lead nowhere; they come from an example"
          + " that was copied.",
      "Write the address of the service.",
      "https://www.rfc-editor.org/rfc/rfc5737",
      "https://www.rfc-editor.org/rfc/rfc3849"),
  ADDRESS_FORM(
      "EGA0605",
      ERROR,
      "An endpoint is written in its one canonical form",
      "An EndpointSlice takes no other. Leading zeros are octal to some readers, and IPv4"
          + " in the notation of IPv6 is refused since Kubernetes 1.36.",
      "Write the form that the finding names.",
      "https://www.rfc-editor.org/rfc/rfc5952#section-4"),
  ADDRESS_TWICE(
      "EGA0606",
      ERROR,
      "An endpoint stands once",
      "Twice the same address gets twice the share of the traffic by accident.",
      "Take one out.",
      Docs.KUBERNETES_API + "service-resources/endpoint-slice-v1/"),
  TOO_MANY_ADDRESSES(
      "EGA0607",
      ERROR,
      "The addresses fit into the objects",
      "Of Endpoints 1000 addresses are mirrored, and the others are dropped in silence;"
          + " EndpointSlices, rendered for Kubernetes 1.33 and later, have no such limit. A"
          + " ServiceEntry takes 4096.",
      "Declare `platform.kubernetes`, or divide the alias.",
      Docs.KUBERNETES + "concepts/services-networking/service/#over-capacity-endpoints",
      Docs.ISTIO + "reference/config/networking/service-entry/#ServiceEntry"),
  DOUBLE_TLS(
      "EGA0701",
      ERROR,
      "No TLS within TLS",
      "On a port of the protocol tls or https the workload encrypts by itself. TLS by the"
          + " sidecar around it reaches a server that expects one layer and finds two.",
      "Declare `tls: {mode: DISABLE}` on that port, or name it `http` if the workload"
          + " sends clear text.",
      Docs.ISTIO + "ops/common-problems/network-issues/#double-tls"),
  SNI_MISSING(
      "EGA0702",
      ERROR,
      "TLS to IP addresses says which name it wants",
      "Without it the server is asked for the name of the alias, which it does not have,"
          + " and its certificate cannot be verified.",
      "Add the name that stands in the certificate, such as `sni: api.example.com`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings"),
  CREDENTIAL_WITHOUT_SELECTOR(
      "EGA0703",
      ERROR,
      "A credential is for selected pods",
      "Sidecars do not look at a credentialName unless the rule selects their pods:"
          + " without a selector the traffic leaves in clear text.",
      "Add `workloadSelector: {matchLabels: {...}}` with labels of the pods that may use" + " it.",
      Docs.ISTIO
          + "reference/config/networking/destination-rule/#ClientTLSSettings-credential_name"),
  CREDENTIAL_AND_FILES(
      "EGA0704",
      ERROR,
      "Certificates come from a Secret or from files",
      "Istio refuses a rule with both.",
      "Keep `credentialName`, or the paths.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings"),
  CLIENT_CERTIFICATE_MISSING(
      "EGA0705",
      ERROR,
      "Mutual TLS has a client certificate",
      "Istio refuses a rule without one: certificate and key from files, or both from a"
          + " Secret.",
      "Add `clientCertificate` and `privateKey`, or `credentialName`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode"),
  CERTIFICATE_PATH(
      "EGA0706",
      ERROR,
      "The path of a certificate is absolute",
      "It is a path in the container of the proxy, whose working directory is nobody's"
          + " business.",
      "Write a path such as `/etc/certs/ca.pem`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings"),
  TLS_OF_SELECTOR(
      "EGA0707",
      ERROR,
      "Pods of the mesh need no TLS of one's own",
      "An alias of pods is a Service like any other, and Istio's own mutual TLS applies:"
          + " what is declared here would not be carried out.",
      "Take it out.",
      Docs.ISTIO + "concepts/security/#mutual-tls-authentication"),
  TLS_LEFT_OPEN(
      "EGA0708",
      WARNING,
      "Clear text that leaves the mesh is meant",
      "Without `tls` what the workload sends leaves as it is. On a port that is not"
          + " encrypted by the workload everybody on the way can read it.",
      "Declare `tls: {mode: DISABLE}` if that is meant, `tls: {mode: SIMPLE}` to encrypt.",
      Docs.ISTIO + "tasks/traffic-management/egress/egress-tls-origination/"),
  CLEAR_TEXT(
      "EGA0709",
      INFO,
      "Clear text leaves the mesh",
      "It is declared and carried out. Whoever stands on the way can read it.",
      "Declare `tls: {mode: SIMPLE}` where the server takes TLS.",
      Docs.ISTIO + "tasks/traffic-management/egress/egress-tls-origination/"),
  TLS_OF_DATAGRAMS(
      "EGA0710",
      ERROR,
      "TLS needs TCP",
      "A sidecar carries neither UDP nor SCTP: TLS that is declared for it would be clear"
          + " text.",
      "Declare `tls: {mode: DISABLE}` on that port, in an alias of its own.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  SNI(
      "EGA0711",
      ERROR,
      "The sni is a host name",
      "TLS takes a DNS name there: no address, no port, no wildcard and no dot at the" + " end.",
      "Write a name such as `api.example.com`.",
      "https://www.rfc-editor.org/rfc/rfc6066#section-3"),
  SUBJECT_ALT_NAME(
      "EGA0712",
      ERROR,
      "A subject alternative name is written in full",
      "Names are compared whole with those in the certificate: a DNS name, an IP address"
          + " or a URI. A pattern in the declaration matches nothing; one in the certificate"
          + " matches as always.",
      "Write a name such as `api.example.com`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings"),
  TLS_FIELD(
      "EGA0713",
      ERROR,
      "A field of TLS belongs to its mode",
      "DISABLE looks at no other field, and SIMPLE at no client certificate: what is"
          + " declared there would be ignored in silence.",
      "Take the field out, or declare the mode that is meant.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings"),
  ISTIO_MUTUAL(
      "EGA0714",
      ERROR,
      "Istio's mutual TLS ends at the border of the mesh",
      "It shows a certificate that only the mesh knows. An external service is not part"
          + " of the mesh and cannot take part in it: this is the one mode that it rules out.",
      "Declare `DISABLE` where the workload encrypts by itself or not at all, `SIMPLE` or"
          + " `MUTUAL` to originate TLS.",
      Docs.ISTIO + "concepts/security/#mutual-tls-authentication",
      Docs.ISTIO + "tasks/traffic-management/egress/egress-kubernetes-services/"),
  ORIGINATION_ON_CLEAR_PORT(
      "EGA0715",
      WARNING,
      "Originated TLS ends at a port that speaks it",
      "Port 80 is where servers expect clear text, and an originating port is also the"
          + " one at the server unless `targetPort` says another.",
      "Add `targetPort: 443`, or `targetPort: 80` if the server speaks TLS there.",
      Docs.ISTIO + "tasks/traffic-management/egress/egress-tls-origination/"),
  CREDENTIAL_NAME(
      "EGA0716",
      ERROR,
      "A credential is the name of a Secret",
      "A Secret's name is a DNS subdomain: lower case letters, digits, `-` and `.`, 253"
          + " characters at most.",
      "Write the name of the Secret, without namespace and prefix.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/names/#dns-subdomain-names"),
  AUTHORITY(
      "EGA0717",
      ERROR,
      "An authority is a host, and is rewritten where there is HTTP",
      "It replaces the Host header: a DNS name or address, with a port or not. Where no"
          + " port is HTTP there is no such header.",
      "Write `authority: api.example.com`, and name the port `http`, `http2` or `grpc`.",
      Docs.ISTIO + "reference/config/networking/virtual-service/#HTTPRewrite"),
  WORKLOAD_SELECTOR(
      "EGA0718",
      ERROR,
      "A workload selector selects, and where a sidecar has something to do",
      "In the direct form every pod reaches the target by itself and a selector would"
          + " keep nobody out. Labels are those of pods, without wildcards.",
      "Take it out, or declare `tls: {mode: SIMPLE}`.",
      Docs.ISTIO + "reference/config/type/workload-selector/"),
  STARTTLS(
      "EGA0719",
      ERROR,
      "TLS is originated where the server expects it at once",
      "MySQL, PostgreSQL, mail and directory servers begin in clear text and switch to"
          + " TLS when asked to. A sidecar begins with TLS, and the server does not understand"
          + " it.",
      "Declare `tls: {mode: DISABLE}` and let the client ask for TLS; if this server"
          + " speaks TLS at once, say so by the name, such as `name: tcp-db`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode",
      "https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL"),
  HOST_HEADER(
      "EGA0720",
      INFO,
      "A server is asked for one host in TLS and in HTTP",
      "The workload calls the alias, so that is the Host header that the server gets, while TLS"
          + " asks for the external name. Many servers know one of the two alone, or refuse when"
          + " they differ.",
      "Declare `authority` with the name that the server knows; the sidecar rewrites the header.",
      Docs.KUBERNETES + "concepts/services-networking/service/#externalname",
      Docs.ISTIO + "reference/config/networking/virtual-service/#HTTPRewrite"),
  CONTRADICTING_OPTION(
      "EGA0802",
      ERROR,
      "An option fills in what the declaration leaves open",
      "A declaration says what is meant. An option that said otherwise would make its"
          + " text a lie, so it is refused as wrong usage.",
      "Leave the option out, or take the field out of the declaration.",
      Docs.KUBERNETES + "concepts/configuration/overview/"),
  VERSION(
      "EGA0803",
      ERROR,
      "A release is written so that its numbers can be told",
      "Which objects are right depends on the release, and a release that cannot be read"
          + " would be taken for one that is not declared.",
      "Write major and minor number in quotes, such as 1.27.",
      Docs.ISTIO + "releases/supported-releases/",
      "https://kubernetes.io/releases/version-skew-policy/"),
  CLUSTER_DOMAIN(
      "EGA0804",
      ERROR,
      "The cluster domain is a DNS name",
      "It is a part of every name in the cluster, which has 253 characters at most.",
      "Write a name such as `cluster.local`.",
      Docs.KUBERNETES + "concepts/services-networking/dns-pod-service/"),
  NEEDS_MESH(
      "EGA0805",
      ERROR,
      "What a sidecar carries out needs a mesh",
      "Without a mesh nobody originates TLS, rewrites a header or selects workloads: what"
          + " is declared would leave in clear text, and for everybody.",
      "Take it out, or declare the release of Istio.",
      Docs.ISTIO + "overview/what-is-istio/"),
  RULE_WITHOUT_EFFECT(
      "EGA0806",
      INFO,
      "The rule on an external name does nothing since Istio 1.21",
      "Istio's task page gives an external name a DestinationRule. Since Istio 1.21 an"
          + " ExternalName Service is an alias of its host, rules on it are ignored, and traffic"
          + " passes through as the workload sends it. Where the release is declared the rule is"
          + " left out.",
      "Declare `platform.istio`; declare `tls: {mode: SIMPLE}` to have TLS originated on"
          + " every release.",
      PlatformFact.EXTERNAL_NAME_IS_ALIAS.source(),
      Docs.ISTIO + "tasks/traffic-management/egress/egress-kubernetes-services/"),
  ROUTED_RELEASE(
      "EGA0807",
      ERROR,
      "TLS is originated by Istio 1.13 or later",
      "Earlier sidecars do not know the operating system's authorities by name, and would"
          + " not verify the server. The routed form was executed on Istio 1.31, and on 1.20.8"
          + " without the second host of its VirtualService; that it works from 1.13 on rests on the"
          + " release notes and on the source.",
      "Declare a release that is 1.13 or later.",
      PlatformFact.ISTIO_SYSTEM_AUTHORITIES.source()),
  ENDPOINTS_DEPRECATED(
      "EGA0808",
      INFO,
      "Endpoints are deprecated since Kubernetes 1.33",
      "Every release takes them, and since 1.33 the server prints a warning. For a"
          + " declared release of 1.33 or later EndpointSlices are rendered.",
      "Declare `platform.kubernetes`.",
      PlatformFact.ENDPOINTS_DEPRECATED.source()),
  HEADLESS(
      "EGA0809",
      ERROR,
      "A headless alias is one of IP addresses in the direct form",
      "An external name has no cluster IP in any case, and a sidecar needs one to tell"
          + " whose traffic it is.",
      "Take `clusterIP: None` out.",
      Docs.KUBERNETES + "concepts/services-networking/service/#headless-services"),
  DATAGRAMS_BESIDE_ROUTED_PORT(
      "EGA0810",
      ERROR,
      "A routed alias has TCP ports alone",
      "A sidecar carries neither UDP nor SCTP, and a routed Service has no endpoints:"
          + " such a port would lead nowhere.",
      "Declare the UDP or SCTP port in an alias of its own.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  NAMESPACE_LEFT_OPEN(
      "EGA0811",
      INFO,
      "Host names are those of a namespace",
      "A host in a rule is a full name, and without a declared namespace it is one of"
          + " `default`. Applied in another namespace the rule is about somebody else.",
      "Declare `spec.namespace`.",
      Docs.ISTIO + "reference/config/networking/destination-rule/#DestinationRule"),
  ROUTED_NAMESPACE_LEFT_OPEN(
      "EGA0812",
      WARNING,
      "A routed alias says its namespace",
      "The route carries the full name of the alias, and without a declared namespace"
          + " that is one of `default`. Applied in another namespace nothing is routed, and the"
          + " alias leads nowhere.",
      "Declare `spec.namespace: default`, or the namespace that is meant.",
      Docs.ISTIO + "reference/config/networking/virtual-service/#VirtualService"),
  LATER_RELEASE(
      "EGA0813",
      ERROR,
      "A release knows what is declared for it",
      "An earlier release refuses the field or passes over it in silence. Before Istio 1.14 a rule"
          + " selects no pods and sidecars look at no credential: traffic would leave in clear"
          + " text.",
      "Take it out, or declare a later release.",
      PlatformFact.ISTIO_WORKLOAD_SELECTOR.source(),
      PlatformFact.APP_PROTOCOL.source(),
      PlatformFact.SCTP.source(),
      PlatformFact.IP_FAMILIES.source()),
  DUPLICATE_OBJECT(
      "EGA0901",
      ERROR,
      "Two aliases do not render one object",
      "The second of two objects of one kind, namespace and name replaces the first when"
          + " it is applied. A namespace that is not declared counts as default.",
      "Give one of them another name or namespace.",
      Docs.KUBERNETES + "concepts/overview/working-with-objects/names/#names"),
  CONTRADICTING_PROTOCOL(
      "EGA0902",
      WARNING,
      "One address and port has one protocol",
      "Two aliases lead to one port of one address and call its protocol by different"
          + " names; a server speaks one.",
      "Make the protocol the same in both.",
      Docs.ISTIO + "ops/configuration/traffic-management/protocol-selection/"),
  RESOURCE_LIST(
      "EGA1001",
      ERROR,
      "A function gets a ResourceList",
      "Without arguments the command is the function that kustomize and kpt start, and they"
          + " give it a ResourceList on standard input with a declaration as its configuration.",
      "Let kustomize or kpt start it; to render a file, type `egress render FILE`.",
      Docs.FUNCTIONS),
  UNMENDABLE(
      "EGA1002",
      ERROR,
      "Renamed objects of an alias still fit together",
      "kustomize renames objects and leaves the hosts by which they refer to one another as"
          + " they are. The transformer writes those anew from the name and namespace of the"
          + " Service; what gives no one answer it refuses.",
      "Keep the objects of an alias together, in one namespace, and rename them alike.",
      Docs.FUNCTIONS),
  UNMARKED_OBJECT(
      "EGA1003",
      WARNING,
      "Objects of an alias bear its mark",
      "The transformer knows the objects of an alias by the annotation egressalias.io/alias,"
          + " and leaves all others alone.",
      "Generate them with the function, or render them with `--mark`.",
      Docs.FUNCTIONS),
  FOREIGN_OBJECT(
      "EGA1004",
      ERROR,
      "The function replaces only what its declaration made",
      "The function replaces and removes the objects that an earlier run of the same"
          + " declaration made, as the annotation egressalias.io/declaration says. An object of the"
          + " same kind, namespace and name that has another origin is not replaced, and a second"
          + " one beside it would make one of the two disappear when both are applied.",
      "Take the object out of the package, or give the alias another name or namespace.",
      Docs.FUNCTIONS);

  private final String code;
  private final Severity severity;
  private final String title;
  private final String why;
  private final String remedy;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> references;

  Rule(
      String code,
      Severity severity,
      String title,
      String why,
      String remedy,
      String... references) {
    this.code = code;
    this.severity = severity;
    this.title = title;
    this.why = why;
    this.remedy = remedy;
    this.references = List.of(references);
  }

  /** Returns the code: {@code EGA} and four digits. */
  public String code() {
    return code;
  }

  /** Returns what a finding of this rule asks of the user. */
  public Severity severity() {
    return severity;
  }

  /** Returns what the rule holds, in one sentence without a full stop. */
  public String title() {
    return title;
  }

  /** Returns why the rule exists, in sentences. */
  public String why() {
    return why;
  }

  /** Returns what to write instead, in sentences; a finding says it for its own place. */
  public String remedy() {
    return remedy;
  }

  /** Returns where the rule comes from: addresses of specifications and references. */
  public List<String> references() {
    return references;
  }

  /** Returns the rule of a code, such as {@code EGA0102}; upper and lower case count the same. */
  public static Optional<Rule> of(String code) {
    for (Rule rule : values()) {
      if (rule.code.equalsIgnoreCase(code)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static final class Docs {
    static final String KUBERNETES = "https://kubernetes.io/docs/";
    static final String KUBERNETES_API = KUBERNETES + "reference/kubernetes-api/";
    static final String FUNCTIONS =
        "https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md";
    static final String ISTIO = "https://istio.io/latest/docs/";

    private Docs() {}
  }
}
