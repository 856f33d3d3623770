package io.egressalias.judge;

import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Istio;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
import io.egressalias.model.Waypoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A declaration as JSON, as a program without a YAML library writes it: characters outside of ASCII
 * are escaped, and supplementary characters are two escapes.
 */
final class DeclarationText {
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private DeclarationText() {}

  /** Returns a declaration as text with all values in their order. */
  static String of(EgressAliases declaration) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("apiVersion", "egressalias.io/v1alpha1").put("kind", "EgressAliases");
    document.putObject("metadata").put("name", "any");
    ObjectNode spec = document.putObject("spec");
    platform(declaration.platform(), spec.putObject("platform"));
    put(spec, "namespace", declaration.namespace());
    put(spec, "labels", declaration.labels());
    put(spec, "annotations", declaration.annotations());
    declaration.tls().ifPresent(tls -> tls(TlsDraft.of(tls), spec.putObject("tls")));
    declaration
        .aliases()
        .forEach(alias -> alias(AliasDraft.of(alias), spec.withArray("aliases").addObject()));
    // The only character of ASCII that JSON allows unescaped and YAML does not.
    return ASCII.writeValueAsString(document).replace("\u007f", "\\u007f");
  }

  private static void platform(Platform platform, ObjectNode into) {
    platform.kubernetes().ifPresent(version -> into.put("kubernetes", version.toString()));
    if (platform.istio() instanceof Istio.Release release) {
      into.put("istio", release.number().toString());
    } else if (!platform.istio().present()) {
      into.put("istio", "none");
    }
    into.put("clusterDomain", platform.clusterDomain());
    if (platform.outboundTrafficPolicy() != OutboundTrafficPolicy.ALLOW_ANY) {
      into.put("outboundTrafficPolicy", platform.outboundTrafficPolicy().name());
    }
    into.put("dataPlane", platform.dataPlane().word());
    platform.waypoint().ifPresent(waypoint -> waypoint(waypoint, into));
  }

  private static void alias(AliasDraft alias, ObjectNode into) {
    into.put("name", alias.name);
    put(into, "namespace", alias.namespace);
    put(into, "labels", alias.labels);
    put(into, "annotations", alias.annotations);
    if (alias.target instanceof ExternalName host) {
      into.put("externalName", host.host());
    } else if (alias.target instanceof StaticEndpoints endpoints) {
      endpoints.endpoints().forEach(each -> endpoint(each, into.withArray("endpoints")));
    } else if (alias.target instanceof PodSelector pods) {
      put(into, "selector", pods.labels());
    }
    if (alias.headless) {
      into.put("clusterIP", "None");
    }
    alias.ports.forEach(port -> port(port, into.withArray("ports").addObject()));
    alias.tls.ifPresent(tls -> tls(tls, into.putObject("tls")));
    alias.workloadSelector.ifPresent(
        labels -> put(into.putObject("workloadSelector"), "matchLabels", labels));
    put(into, "authority", alias.authority);
    if (alias.preserveAuthority) {
      into.put("preserveAuthority", true);
    }
    alias.waypoint.ifPresent(waypoint -> waypoint(waypoint, into));
  }

  private static void waypoint(Waypoint waypoint, ObjectNode into) {
    if (waypoint instanceof Waypoint.Named named) {
      ObjectNode map = into.putObject("waypoint").put("name", named.name());
      put(map, "namespace", named.namespace());
    } else {
      into.put("waypoint", "namespace");
    }
  }

  private static void endpoint(EndpointAddress endpoint, ArrayNode into) {
    if (endpoint.hostname().isEmpty()) {
      into.add(endpoint.address());
    } else {
      into.addObject()
          .put("address", endpoint.address())
          .put("hostname", endpoint.hostname().get());
    }
  }

  private static void port(PortDraft port, ObjectNode into) {
    put(into, "name", port.name);
    into.put("port", port.number);
    if (port.target.orElse(null) instanceof TargetPort.ByNumber number) {
      into.put("targetPort", number.value());
    } else if (port.target.orElse(null) instanceof TargetPort.ByName name) {
      into.put("targetPort", name.value());
    }
    if (port.protocol != Protocol.TCP) {
      into.put("protocol", port.protocol.name());
    }
    put(into, "appProtocol", port.appProtocol);
    port.tls.ifPresent(tls -> tls(tls, into.putObject("tls")));
  }

  private static void tls(TlsDraft tls, ObjectNode into) {
    into.put("mode", tls.mode.name());
    if (tls.originates()) {
      put(into, "sni", tls.sni);
      put(into, "subjectAltNames", tls.subjectAltNames);
      put(into, "caCertificates", tls.caCertificates);
      put(into, "credentialName", tls.credentialName);
    }
    if (tls.mode == TlsDraft.Mode.MUTUAL) {
      put(into, "clientCertificate", tls.clientCertificate);
      put(into, "privateKey", tls.privateKey);
    }
  }

  private static void put(ObjectNode into, String key, Optional<String> text) {
    text.ifPresent(value -> into.put(key, value));
  }

  private static void put(ObjectNode into, String key, List<String> texts) {
    texts.forEach(text -> into.withArray(key).add(text));
  }

  private static void put(ObjectNode into, String key, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode map = into.putObject(key);
      texts.forEach(map::put);
    }
  }
}
