package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Entry;
import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.Tree.Sequence;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns a tree into a declaration. What {@link Structure} found wrong is passed over here, with a
 * stand-in where the model cannot do without.
 */
final class Decoder {
  private static final String STAND_IN = "?";
  private static final Mapping NOTHING = new Mapping(new Tree.Position(1, 1), List.of());

  private Decoder() {}

  static EgressAliases document(Tree tree, PlatformDecoder platforms) {
    Mapping spec = map(mapping(tree), "spec");
    EgressAliases.Builder document =
        EgressAliases.builder()
            .platform(platforms.platform(map(spec, "platform")))
            .putAllLabels(textMap(spec, "labels"))
            .putAllAnnotations(textMap(spec, "annotations"));
    platforms.namespace(text(spec, "namespace")).ifPresent(document::namespace);
    for (Tree item : items(spec, "aliases")) {
      document.addAliases(alias(mapping(item)));
    }
    return document.build();
  }

  private static EgressAlias alias(Mapping tree) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(text(tree, "name").orElse(STAND_IN))
            .putAllLabels(textMap(tree, "labels"))
            .putAllAnnotations(textMap(tree, "annotations"))
            .target(target(tree))
            .headless(text(tree, "clusterIP").filter("None"::equals).isPresent());
    text(tree, "namespace").ifPresent(alias::namespace);
    for (Tree item : items(tree, "ports")) {
      alias.addPorts(port(mapping(item)));
    }
    tls(tree).ifPresent(alias::tls);
    tree.value("workloadSelector")
        .map(t -> new WorkloadSelector(textMap(mapping(t), "matchLabels")))
        .ifPresent(alias::workloadSelector);
    text(tree, "authority").ifPresent(alias::authority);
    return alias.build();
  }

  private static Target target(Mapping tree) {
    if (tree.entry("endpoints").isPresent()) {
      return new StaticEndpoints(texts(tree, "endpoints"));
    }
    if (tree.entry("selector").isPresent()) {
      return new PodSelector(textMap(tree, "selector"));
    }
    return new ExternalName(text(tree, "externalName").orElse(STAND_IN));
  }

  private static ServicePort port(Mapping tree) {
    ServicePort.Builder port = ServicePort.builder().port(integer(tree, "port").orElse(1));
    text(tree, "name").ifPresent(port::name);
    targetPort(tree).ifPresent(port::targetPort);
    text(tree, "protocol").flatMap(Decoder::protocol).ifPresent(port::protocol);
    text(tree, "appProtocol").ifPresent(port::appProtocol);
    tls(tree).ifPresent(port::tls);
    return port.build();
  }

  private static Optional<TargetPort> targetPort(Mapping tree) {
    OptionalInt number = integer(tree, "targetPort");
    if (number.isPresent()) {
      return Optional.of(new TargetPort.ByNumber(number.getAsInt()));
    }
    return text(tree, "targetPort").map(TargetPort.ByName::new);
  }

  private static Optional<Protocol> protocol(String word) {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  private static Optional<ClientTls> tls(Mapping parent) {
    if (parent.entry("tls").isEmpty()) {
      return Optional.empty();
    }
    Mapping tree = map(parent, "tls");
    String mode = text(tree, "mode").orElse("DISABLE");
    if (mode.equals("SIMPLE")) {
      return Optional.of(simple(tree));
    }
    return Optional.of(mode.equals("MUTUAL") ? mutual(tree) : ClientTls.disable());
  }

  private static Simple simple(Mapping tree) {
    Simple.Builder simple = Simple.builder().addAllSubjectAltNames(texts(tree, "subjectAltNames"));
    text(tree, "sni").ifPresent(simple::sni);
    text(tree, "caCertificates").ifPresent(simple::caCertificates);
    text(tree, "credentialName").ifPresent(simple::credentialName);
    return simple.build();
  }

  private static Mutual mutual(Mapping tree) {
    Mutual.Builder mutual = Mutual.builder().addAllSubjectAltNames(texts(tree, "subjectAltNames"));
    text(tree, "sni").ifPresent(mutual::sni);
    text(tree, "caCertificates").ifPresent(mutual::caCertificates);
    text(tree, "credentialName").ifPresent(mutual::credentialName);
    text(tree, "clientCertificate").ifPresent(mutual::clientCertificate);
    text(tree, "privateKey").ifPresent(mutual::privateKey);
    return mutual.build();
  }

  private static Mapping mapping(Tree tree) {
    return tree instanceof Mapping mapping ? mapping : NOTHING;
  }

  private static Mapping map(Mapping tree, String key) {
    return tree.value(key).map(Decoder::mapping).orElse(NOTHING);
  }

  private static List<Tree> items(Mapping tree, String key) {
    return tree.value(key).orElse(NOTHING) instanceof Sequence list ? list.items() : List.of();
  }

  static Optional<String> text(Mapping tree, String key) {
    return tree.value(key).flatMap(Decoder::text);
  }

  private static Optional<String> text(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isString()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static List<String> texts(Mapping tree, String key) {
    return items(tree, key).stream().map(item -> text(item).orElse(STAND_IN)).toList();
  }

  private static Map<String, String> textMap(Mapping tree, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry entry : map(tree, key).entries()) {
      text(entry.value()).ifPresent(value -> texts.putIfAbsent(entry.key().text(), value));
    }
    return texts;
  }

  /** A number that an int does not hold becomes the greatest or least: out of range too. */
  private static OptionalInt integer(Mapping tree, String key) {
    if (tree.value(key).orElse(NOTHING) instanceof Scalar scalar
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
