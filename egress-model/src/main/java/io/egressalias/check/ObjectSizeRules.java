package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rules about the size of objects. {@code kubectl apply} stores the whole object, as JSON, in one
 * of its annotations, and the total size of annotations is limited.
 *
 * <p>Sizes are estimates that are never too small: the text around the values of an object is
 * counted slightly too long.
 */
final class ObjectSizeRules implements AliasRule {
  /** The limit for all annotations of an object, including the copy that kubectl stores. */
  private static final int ANNOTATION_BYTES = 262_144;

  /** The space that is reserved for the rest of an object, even if it is smaller. */
  private static final int REST_OF_OBJECT = 65_536;

  private static final int MOST_ANNOTATIONS = ANNOTATION_BYTES - REST_OF_OBJECT;

  private static final int MOST_IN_SLICE = 1000;

  /**
   * The start of an object, its generated labels, and the generated suffixes of names and hosts.
   */
  private static final int HEAD = 600;

  private static final int AROUND_ADDRESS = 50;
  private static final int AROUND_HOSTNAME = 16;
  private static final int AROUND_PORT = 62;
  private static final int AROUND_TARGET_PORT = 20;
  private static final int AROUND_TLS = 250;
  private static final int AROUND_ROUTE = 250;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    long rest = head(alias) + largest(alias.resolved());
    if (rest > ANNOTATION_BYTES) {
      object(alias, rest, findings);
    } else {
      annotations(alias, ANNOTATION_BYTES - Math.max(rest, REST_OF_OBJECT), findings);
    }
  }

  private static void object(AliasScope alias, long bytes, FindingCollector findings) {
    if (alias.resolved().isRouted() && isTooMuchForServiceEntry(alias.resolved())) {
      return;
    }
    findings.add(
        Rule.OBJECT_SIZE,
        alias.path(),
        "expected at most %s bytes in the largest object (limit of `kubectl apply`), found about %s"
            .formatted(number(ANNOTATION_BYTES), number(bytes)),
        "Split the alias into several aliases");
  }

  /** Another rule reports this case with the same remedy. */
  private static boolean isTooMuchForServiceEntry(ResolvedAlias alias) {
    return alias.ports().size() > PortRules.MOST_IN_SERVICE_ENTRY
        || (alias.addresses().isPresent()
            && alias.addresses().get().size() > AddressRules.MOST_IN_SERVICE_ENTRY);
  }

  /**
   * Counts the annotations of the alias and its declaration, unless those of the declaration are
   * too large.
   */
  private static void annotations(AliasScope alias, long most, FindingCollector findings) {
    if (twice(alias.declaration().annotations()) <= MOST_ANNOTATIONS) {
      annotations(
          alias.resolved().alias().annotations(), alias.path("annotations"), most, findings);
    }
  }

  /** Checks the annotations that all aliases of a declaration share. */
  static void annotations(
      Map<String, String> annotations, FieldPath path, FindingCollector findings) {
    annotations(annotations, path, MOST_ANNOTATIONS, findings);
  }

  private static void annotations(
      Map<String, String> annotations, FieldPath path, long most, FindingCollector findings) {
    long bytes = twice(annotations);
    if (bytes > most) {
      findings.add(
          Rule.ANNOTATION_SIZE,
          path,
          "expected at most %s bytes of annotations, which `kubectl apply` stores twice, found %s"
              .formatted(number(most / 2), number(bytes / 2)),
          "Move long text out of `annotations`, and write its address instead");
    }
  }

  private static long twice(Map<String, String> annotations) {
    long bytes = 0;
    for (Map.Entry<String, String> entry : annotations.entrySet()) {
      bytes += twice(entry.getKey()) + twice(entry.getValue());
    }
    return bytes;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static long head(AliasScope alias) {
    return HEAD
        + 4L * alias.declared().name().length()
        + 4L * alias.resolved().namespace().length()
        + 2L * alias.platform().clusterDomain().length()
        + json(alias.resolved().alias().labels());
  }

  private static long largest(ResolvedAlias alias) {
    long ports = 0;
    for (ServicePort port : alias.alias().ports()) {
      ports += AROUND_PORT + json(port.name()) + json(port.appProtocol()) + targetPort(port);
    }
    boolean routed = alias.isRouted();
    long target = alias.alias().target().match(new TargetSize(routed));
    return routed ? Math.max(ports + target, Math.max(rule(alias), route(alias))) : ports + target;
  }

  private static long targetPort(ServicePort port) {
    if (port.targetPort().isEmpty()) {
      return 0;
    }
    boolean named = port.targetPort().get() instanceof TargetPort.ByName;
    return (long) AROUND_TARGET_PORT + (named ? NameGrammar.SERVICE_NAME : 0);
  }

  private record TargetSize(boolean routed) implements Target.Cases<Long> {
    @Override
    public Long externalName(ExternalName target) {
      return (long) AROUND_ADDRESS + target.host().length();
    }

    @Override
    public Long endpoints(StaticEndpoints target) {
      List<EndpointAddress> addresses = target.endpoints();
      long longest = 0;
      for (EndpointAddress address : addresses) {
        long name = address.hostname().isPresent() ? AROUND_HOSTNAME + json(address.hostname()) : 0;
        longest = Math.max(longest, address.address().length() + name);
      }
      int number = routed ? addresses.size() : Math.min(addresses.size(), MOST_IN_SLICE);
      return number * (longest + (routed ? "{\"address\":\"\"},".length() : AROUND_ADDRESS));
    }

    @Override
    public Long selector(PodSelector target) {
      return json(target.labels());
    }
  }

  /**
   * The TLS of the first originating port is written twice: at the top level, and in a subset that
   * all ports with the same TLS share. Each other originating port has its own subset. Only
   * declared TLS is counted here; the constants around it include the defaults.
   */
  private static long rule(ResolvedAlias alias) {
    long bytes = selected(alias.alias()) + AROUND_TLS;
    Optional<Origination> top = Optional.empty();
    for (ServicePort port : alias.alias().ports()) {
      if (alias.alias().tls(port).orElse(null) instanceof Origination tls) {
        if (top.isEmpty()) {
          top = Optional.of(tls);
          bytes += 2 * (AROUND_TLS + tls(tls, alias));
        } else if (!top.get().equals(tls)) {
          bytes += AROUND_TLS + tls(tls, alias);
        }
      }
    }
    return bytes;
  }

  private static long tls(Origination tls, ResolvedAlias alias) {
    long host = alias.host().isPresent() ? alias.host().get().length() : 0;
    long files =
        tls instanceof Mutual mutual
            ? json(mutual.clientCertificate()) + json(mutual.privateKey())
            : 0;
    return 2 * (tls.sni().isPresent() ? json(tls.sni()) : host)
        + json(tls.subjectAltNames())
        + json(tls.caCertificates())
        + json(tls.credentialName())
        + files;
  }

  private static long route(ResolvedAlias alias) {
    long each = (long) AROUND_ROUTE + alias.alias().name().length() + alias.namespace().length();
    long bytes = 0;
    for (ResolvedPort port : alias.ports()) {
      bytes += each + json(port.authority());
    }
    return bytes;
  }

  private static long selected(EgressAlias alias) {
    Optional<WorkloadSelector> selector = alias.workloadSelector();
    return selector.isPresent() ? json(selector.get().matchLabels()) : 0;
  }

  private static long json(Map<String, String> entries) {
    return json(entries.keySet()) + json(entries.values());
  }

  private static long json(Collection<String> texts) {
    long bytes = 0;
    for (String text : texts) {
      bytes += escaped(text) + 3;
    }
    return bytes;
  }

  private static long json(Optional<String> text) {
    return text.isPresent() ? escaped(text.get()) + 3 : 0;
  }

  /** Bytes of a text itself and of its quoted and escaped form in kubectl's copy. */
  private static long twice(String text) {
    return bytes(text) + escaped(text) + 3;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long escaped(String text) {
    long bytes = bytes(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean written =
          c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
      bytes += written ? 5 : c == '"' || c == '\\' ? 1 : 0;
    }
    return bytes;
  }
}
