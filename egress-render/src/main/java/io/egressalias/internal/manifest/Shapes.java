package io.egressalias.internal.manifest;

import static io.egressalias.internal.manifest.Shape.Leaf.FLAG;
import static io.egressalias.internal.manifest.Shape.Leaf.NOTE;
import static io.egressalias.internal.manifest.Shape.Leaf.TEXT;
import static io.egressalias.internal.manifest.Shape.Leaf.TEXT_OR_WHOLE;
import static io.egressalias.internal.manifest.Shape.Leaf.WHOLE;

import io.egressalias.internal.manifest.Shape.Fields;
import io.egressalias.internal.manifest.Shape.ListOf;
import io.egressalias.internal.manifest.Shape.MapOf;
import io.egressalias.object.KnownKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types of the fields of each kind. */
final class Shapes {
  private static final Shape TEXTS = new ListOf(TEXT);
  private static final Shape LABELS = new MapOf(TEXT);

  private static final Shape METADATA =
      fields(
          Map.of(
              "name",
              TEXT,
              "namespace",
              TEXT,
              "labels",
              LABELS,
              "annotations",
              new MapOf(NOTE),
              "ownerReferences",
              list(Map.of("kind", TEXT, "name", TEXT))));

  private static final Map<String, Shape> PORT =
      Map.of(
          "name",
          TEXT,
          "port",
          WHOLE,
          "protocol",
          TEXT,
          "appProtocol",
          TEXT,
          "targetPort",
          TEXT_OR_WHOLE,
          "nodePort",
          WHOLE);

  private static final Map<String, Shape> ADDRESS =
      Map.of("ip", TEXT, "hostname", TEXT, "nodeName", TEXT);

  private static final Shape TLS =
      fields(
          Map.of(
              "mode",
              TEXT,
              "sni",
              TEXT,
              "subjectAltNames",
              TEXTS,
              "caCertificates",
              TEXT,
              "clientCertificate",
              TEXT,
              "privateKey",
              TEXT,
              "credentialName",
              TEXT,
              "insecureSkipVerify",
              FLAG));

  private static final Shape NUMBER = fields(Map.of("number", WHOLE));

  private static final Shape ROUTES =
      list(
          Map.of(
              "name",
              TEXT,
              "match",
              list(Map.of("port", WHOLE, "sourceLabels", LABELS, "gateways", TEXTS)),
              "route",
              list(
                  Map.of(
                      "destination",
                      fields(Map.of("host", TEXT, "subset", TEXT, "port", NUMBER)),
                      "weight",
                      WHOLE)),
              "rewrite",
              fields(Map.of("authority", TEXT, "uri", TEXT))));

  private Shapes() {}

  /** Returns the types of the fields of a kind. */
  static Fields of(KnownKind kind) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("metadata", METADATA);
    switch (kind) {
      case SERVICE -> shapes.put("spec", service());
      case ENDPOINTS ->
          shapes.put(
              "subsets",
              list(
                  Map.of(
                      "addresses",
                      list(ADDRESS),
                      "notReadyAddresses",
                      list(ADDRESS),
                      "ports",
                      list(PORT))));
      case ENDPOINT_SLICE -> {
        shapes.put("addressType", TEXT);
        shapes.put("ports", list(PORT));
        shapes.put("endpoints", list(endpoint()));
      }
      case SERVICE_ENTRY -> shapes.put("spec", serviceEntry());
      case DESTINATION_RULE -> shapes.put("spec", destinationRule());
      case VIRTUAL_SERVICE -> shapes.put("spec", virtualService());
    }
    return new Fields(shapes);
  }

  /** Returns the types of the fields of a Gateway of Istio. */
  static Fields gateway() {
    return new Fields(Map.of("metadata", METADATA));
  }

  private static Shape service() {
    return fields(
        Map.of(
            "type",
            TEXT,
            "externalName",
            TEXT,
            "clusterIP",
            TEXT,
            "ipFamilies",
            TEXTS,
            "ipFamilyPolicy",
            TEXT,
            "sessionAffinity",
            TEXT,
            "selector",
            LABELS,
            "externalIPs",
            TEXTS,
            "publishNotReadyAddresses",
            FLAG,
            "ports",
            list(PORT)));
  }

  private static Map<String, Shape> endpoint() {
    return Map.of(
        "addresses",
        TEXTS,
        "hostname",
        TEXT,
        "nodeName",
        TEXT,
        "zone",
        TEXT,
        "conditions",
        fields(Map.of("ready", FLAG, "serving", FLAG, "terminating", FLAG)));
  }

  private static Shape serviceEntry() {
    return fields(
        Map.of(
            "hosts",
            TEXTS,
            "addresses",
            TEXTS,
            "location",
            TEXT,
            "resolution",
            TEXT,
            "exportTo",
            TEXTS,
            "subjectAltNames",
            TEXTS,
            "ports",
            list(Map.of("number", WHOLE, "name", TEXT, "protocol", TEXT, "targetPort", WHOLE)),
            "endpoints",
            list(Map.of("address", TEXT, "ports", new MapOf(WHOLE), "labels", LABELS)),
            "workloadSelector",
            fields(Map.of("labels", LABELS))));
  }

  private static Shape destinationRule() {
    Shape policy =
        fields(Map.of("tls", TLS, "portLevelSettings", list(Map.of("port", NUMBER, "tls", TLS))));
    return fields(
        Map.of(
            "host",
            TEXT,
            "exportTo",
            TEXTS,
            "trafficPolicy",
            policy,
            "subsets",
            list(Map.of("name", TEXT, "labels", LABELS, "trafficPolicy", policy)),
            "workloadSelector",
            fields(Map.of("matchLabels", LABELS))));
  }

  private static Shape virtualService() {
    return fields(
        Map.of(
            "hosts",
            TEXTS,
            "gateways",
            TEXTS,
            "exportTo",
            TEXTS,
            "http",
            ROUTES,
            "tls",
            ROUTES,
            "tcp",
            ROUTES));
  }

  private static Shape fields(Map<String, Shape> shapes) {
    return new Fields(shapes);
  }

  private static Shape list(Map<String, Shape> shapes) {
    return new ListOf(new Fields(shapes));
  }
}
