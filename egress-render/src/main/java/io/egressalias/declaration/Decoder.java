package io.egressalias.declaration;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Mutual;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Simple;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.text.Tree;
import io.egressalias.text.Tree.Entry;
import io.egressalias.text.Tree.Mapping;
import io.egressalias.text.Tree.Scalar;
import io.egressalias.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tree into a declaration. What {@link Structure} found wrong is passed over here, with a
 * stand-in where the model cannot do without.
 */
final class Decoder {
  private static final String STAND_IN = "?";
  private static final Mapping NOTHING = Mapping.empty();

  private Decoder() {}

  static EgressAliases document(Tree tree, PlatformDecoder platforms) {
    Mapping spec = map(mapping(tree), "spec");
    EgressAliases.Builder document =
        EgressAliases.builder()
            .platform(platforms.platform(map(spec, "platform")))
            .putAllLabels(textMap(spec, "labels"))
            .putAllAnnotations(textMap(spec, "annotations"));
    Optional<String> namespace = platforms.namespace(Optional.ofNullable(text(spec, "namespace")));
    if (namespace.isPresent()) {
      document.namespace(namespace.get());
    }
    for (Tree item : items(spec, "aliases")) {
      document.addAliases(alias(mapping(item)));
    }
    return document.build();
  }

  private static EgressAlias alias(Mapping tree) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(text(tree, "name", STAND_IN))
            .putAllLabels(textMap(tree, "labels"))
            .putAllAnnotations(textMap(tree, "annotations"))
            .target(target(tree))
            .headless(text(tree, "clusterIP", "").equals("None"));
    String namespace = text(tree, "namespace");
    if (namespace != null) {
      alias.namespace(namespace);
    }
    for (Tree item : items(tree, "ports")) {
      alias.addPorts(port(mapping(item)));
    }
    ClientTls tls = tls(tree);
    if (tls != null) {
      alias.tls(tls);
    }
    if (tree.entry("workloadSelector") != null) {
      Mapping selector = map(tree, "workloadSelector");
      alias.workloadSelector(new WorkloadSelector(textMap(selector, "matchLabels")));
    }
    String authority = text(tree, "authority");
    if (authority != null) {
      alias.authority(authority);
    }
    return alias.build();
  }

  private static Target target(Mapping tree) {
    if (tree.entry("endpoints") != null) {
      return new StaticEndpoints(texts(tree, "endpoints"));
    }
    if (tree.entry("selector") != null) {
      return new PodSelector(textMap(tree, "selector"));
    }
    return new ExternalName(text(tree, "externalName", STAND_IN));
  }

  private static ServicePort port(Mapping tree) {
    ServicePort.Builder port = ServicePort.builder().port(integer(tree, "port").orElse(1));
    String name = text(tree, "name");
    if (name != null) {
      port.name(name);
    }
    TargetPort targetPort = targetPort(tree);
    if (targetPort != null) {
      port.targetPort(targetPort);
    }
    Protocol protocol = protocol(text(tree, "protocol", ""));
    if (protocol != null) {
      port.protocol(protocol);
    }
    String appProtocol = text(tree, "appProtocol");
    if (appProtocol != null) {
      port.appProtocol(appProtocol);
    }
    ClientTls tls = tls(tree);
    if (tls != null) {
      port.tls(tls);
    }
    return port.build();
  }

  private static @Nullable TargetPort targetPort(Mapping tree) {
    OptionalInt number = integer(tree, "targetPort");
    if (number.isPresent()) {
      return new TargetPort.ByNumber(number.getAsInt());
    }
    String name = text(tree, "targetPort");
    return name == null ? null : new TargetPort.ByName(name);
  }

  private static @Nullable Protocol protocol(String word) {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(word)) {
        return protocol;
      }
    }
    return null;
  }

  private static @Nullable ClientTls tls(Mapping parent) {
    if (parent.entry("tls") == null) {
      return null;
    }
    Mapping tree = map(parent, "tls");
    return switch (text(tree, "mode", "DISABLE")) {
      case "SIMPLE" -> simple(tree);
      case "MUTUAL" -> mutual(tree);
      default -> ClientTls.disable();
    };
  }

  private static Simple simple(Mapping tree) {
    Simple.Builder simple = Simple.builder().addAllSubjectAltNames(texts(tree, "subjectAltNames"));
    String sni = text(tree, "sni");
    if (sni != null) {
      simple.sni(sni);
    }
    String caCertificates = text(tree, "caCertificates");
    if (caCertificates != null) {
      simple.caCertificates(caCertificates);
    }
    String credentialName = text(tree, "credentialName");
    if (credentialName != null) {
      simple.credentialName(credentialName);
    }
    return simple.build();
  }

  private static Mutual mutual(Mapping tree) {
    Mutual.Builder mutual = Mutual.builder().addAllSubjectAltNames(texts(tree, "subjectAltNames"));
    String sni = text(tree, "sni");
    if (sni != null) {
      mutual.sni(sni);
    }
    String caCertificates = text(tree, "caCertificates");
    if (caCertificates != null) {
      mutual.caCertificates(caCertificates);
    }
    String credentialName = text(tree, "credentialName");
    if (credentialName != null) {
      mutual.credentialName(credentialName);
    }
    String clientCertificate = text(tree, "clientCertificate");
    if (clientCertificate != null) {
      mutual.clientCertificate(clientCertificate);
    }
    String privateKey = text(tree, "privateKey");
    if (privateKey != null) {
      mutual.privateKey(privateKey);
    }
    return mutual.build();
  }

  private static Mapping mapping(@Nullable Tree tree) {
    return tree instanceof Mapping mapping ? mapping : NOTHING;
  }

  private static Mapping map(Mapping tree, String key) {
    return mapping(tree.value(key));
  }

  private static List<Tree> items(Mapping tree, String key) {
    return tree.value(key) instanceof Sequence list ? list.items() : List.of();
  }

  static @Nullable String text(Mapping tree, String key) {
    return text(tree.value(key));
  }

  private static String text(Mapping tree, String key, String standIn) {
    String text = text(tree, key);
    return text == null ? standIn : text;
  }

  private static @Nullable String text(@Nullable Tree tree) {
    return tree instanceof Scalar scalar && scalar.isString() ? scalar.text() : null;
  }

  private static List<String> texts(Mapping tree, String key) {
    List<String> texts = new ArrayList<>();
    for (Tree item : items(tree, key)) {
      String text = text(item);
      texts.add(text == null ? STAND_IN : text);
    }
    return texts;
  }

  private static Map<String, String> textMap(Mapping tree, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry entry : map(tree, key).entries()) {
      String text = text(entry.value());
      if (text != null) {
        texts.putIfAbsent(entry.key().text(), text);
      }
    }
    return texts;
  }

  /** A number that an int does not hold becomes the greatest or least: out of range too. */
  private static OptionalInt integer(Mapping tree, String key) {
    if (tree.value(key) instanceof Scalar scalar
        && scalar.plain()
        && CoreSchema.isDecimal(scalar.text())) {
      String digits = scalar.text();
      if (digits.length() <= 9) {
        return OptionalInt.of(Integer.parseInt(digits));
      }
      return OptionalInt.of(digits.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }
    return OptionalInt.empty();
  }
}
