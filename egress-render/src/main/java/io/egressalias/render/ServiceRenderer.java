package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the Service, which gives the alias its name.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">Service</a>
 */
final class ServiceRenderer {
  private ServiceRenderer() {}

  static Manifest render(EgressAlias alias) {
    ObjectNode service = Trees.object("v1", "Service", alias);
    ObjectNode spec = service.putObject("spec");
    if (alias.target() instanceof ExternalName target) {
      spec.put("type", "ExternalName").put("externalName", target.host());
    }
    ports(spec, alias);
    return new Manifest(service, alias);
  }

  private static void ports(ObjectNode spec, EgressAlias alias) {
    if (alias.ports().isEmpty()) {
      return;
    }
    ArrayNode ports = spec.putArray("ports");
    for (ServicePort port : alias.ports()) {
      ObjectNode node = ports.addObject();
      port.name().ifPresent(name -> node.put("name", name));
      // Written although it is a default: it is half of the key by which ports are merged.
      node.put("protocol", port.protocol().name());
      port.appProtocol().ifPresent(protocol -> node.put("appProtocol", protocol));
      node.put("port", port.port());
      port.targetPort().ifPresent(target -> targetPort(node, target));
    }
  }

  private static void targetPort(ObjectNode node, TargetPort target) {
    if (target instanceof TargetPort.ByNumber number) {
      node.put("targetPort", number.value());
    } else if (target instanceof TargetPort.ByName name) {
      node.put("targetPort", name.value());
    }
  }
}
