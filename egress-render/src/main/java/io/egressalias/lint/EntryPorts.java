package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about the protocols and addresses of a ServiceEntry. */
final class EntryPorts {
  private static final Set<Integer> OF_HTTPS = Set.of(443, 6443, 8443);
  private static final Set<String> ORIGINATES = Set.of("SIMPLE", "MUTUAL");

  /** On other numbers, such a rule says that clear text is meant. */
  private static final int HTTPS = 443;

  private final LintContext context;

  /** Whether the rules of a host originate TLS for a port, once they are looked at. */
  private final Map<HostObjects, Map<Integer, Boolean>> originated = new HashMap<>();

  /** The ports of the entry whose hosts are all without such rules. */
  private final Set<Integer> plain = new HashSet<>();

  /** The hosts of the entry, once they are asked for. */
  private @Nullable String names;

  EntryPorts(LintContext context) {
    this.context = context;
  }

  void check(EntryView entry) {
    plain.clear();
    names = null;
    @Nullable Field every = every(entry);
    boolean hasAddresses =
        !entry.spec("addresses").items().isEmpty() || entry.isAllocated() || isAmbient(entry);
    boolean captured = false;
    List<HostPort> ports = context.hosts().definition(entry.object()).ports();
    for (HostPort port : ports) {
      if (isTcp(port) && (!hasAddresses || every != null)) {
        captured |= tcp(entry, port, every);
      } else if (port.isHttp() && !entry.isInternal()) {
        clearText(entry, port);
      }
    }
    if (every != null && !captured) {
      everyAddress(every);
    }
  }

  /** Istio assigns an address in an ambient mesh, and no proxy listens on a port of all hosts. */
  private boolean isAmbient(EntryView entry) {
    return context.ambient().includes(context.hosts().namespace(entry.object()));
  }

  /** Without a protocol, Istio detects HTTP, and the rest is TCP. */
  private static boolean isTcp(HostPort port) {
    return port.isDetected()
        || port.protocol().get() == IstioProtocol.TCP
        || port.protocol().get() == IstioProtocol.MONGO
        || port.protocol().get() == IstioProtocol.MYSQL
        || port.protocol().get() == IstioProtocol.REDIS;
  }

  private static @Nullable Field every(EntryView entry) {
    for (Field address : entry.spec("addresses").items()) {
      if (EntryView.isEvery(address)) {
        return address;
      }
    }
    return null;
  }

  /** Returns whether a finding was made. */
  private boolean tcp(EntryView entry, HostPort port, @Nullable Field every) {
    String found = every == null ? "none" : "`" + Quoted.shortened(every.text()) + "`";
    String host = names(entry);
    if (entry.usesDialled()) {
      if (every == null) {
        context
            .findings()
            .add(
                Rule.EVERY_ADDRESS,
                entry.object(),
                port.field().path(),
                "expected `addresses` for the port %d, found none, so that traffic to every server on this port is that of `%s`"
                    .formatted(port.number(), host),
                "Add `addresses` with those of the host, such as `addresses: [10.20.0.0/28]`");
      }
      return false;
    }
    context
        .findings()
        .add(
            Rule.TCP_ENTRY_WITHOUT_ADDRESSES,
            entry.object(),
            port.field().path(),
            "expected `addresses` for the port %d, found %s, so that traffic to every server on this port goes to `%s`"
                .formatted(port.number(), found, host),
            (entry.spec("hosts").items().size() > 1
                    ? "Write one ServiceEntry for each host, and add"
                    : "Add")
                + " `addresses` with one that only this host has, such as `addresses:"
                + " [10.20.0.10]`");
    return true;
  }

  private String names(EntryView entry) {
    if (names == null) {
      names = Quoted.shortened(String.join(", ", entry.spec("hosts").texts()));
    }
    return names;
  }

  private void everyAddress(Field address) {
    context
        .findings()
        .add(
            Rule.EVERY_ADDRESS,
            address.object(),
            address.path(),
            "expected the addresses of the host, found `%s`, which is every address"
                .formatted(Quoted.shortened(address.text())),
            "Write the addresses of the host, or remove `addresses` for HTTP and TLS");
  }

  private void clearText(EntryView entry, HostPort port) {
    boolean https =
        OF_HTTPS.contains(port.number())
            && OF_HTTPS.contains(port.targetPort().orElse(port.number()))
            && port.protocol().get() != IstioProtocol.HTTP_PROXY;
    if (!https) {
      return;
    }
    if (isOriginated(entry, port.number())) {
      return;
    }
    Field protocol = port.field().at("protocol");
    boolean before = PlatformFact.HTTP_BESIDE_OTHERS.isLaterThan(context.platform());
    context
        .findings()
        .add(
            Rule.CLEAR_HTTP_TO_TLS,
            before ? Severity.ERROR : Severity.WARNING,
            entry.object(),
            protocol.path(),
            "expected `protocol: HTTPS` for the port %d, found `%s`, with which HTTP leaves unencrypted and TLS is not matched"
                .formatted(port.number(), Quoted.shortened(protocol.text())),
            "Write `protocol: HTTPS`, or add a DestinationRule with `tls: {mode: SIMPLE}`");
  }

  /** Whether the rule applies to each caller is a matter of other rules. */
  private boolean isOriginated(EntryView entry, int port) {
    if (plain.contains(port)) {
      return false;
    }
    for (String host : entry.spec("hosts").texts()) {
      String full = host.toLowerCase(Locale.ROOT);
      if (originates(context.hosts().get(full), port)) {
        return true;
      }
      for (HostObjects wildcard : context.hosts().wildcards(full)) {
        if (originates(wildcard, port)) {
          return true;
        }
      }
    }
    plain.add(port);
    return false;
  }

  private boolean originates(HostObjects host, int port) {
    if (host.rules.isEmpty()) {
      return false;
    }
    return originated
        .computeIfAbsent(host, key -> new HashMap<>())
        .computeIfAbsent(port, key -> originates(host.rules, key));
  }

  private static boolean originates(List<RuleView> rules, int port) {
    for (RuleView rule : rules) {
      if (originates(rule.tls(port), port)) {
        return true;
      }
      for (Field subset : rule.subsets()) {
        // A subset with `DISABLE`, as an alias has, is chosen by a route and not forgotten.
        if (PolicyView.of(subset.at("trafficPolicy")).tls(port).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean originates(Optional<Field> tls, int port) {
    String mode = tls.isPresent() ? tls.get().at("mode").text() : "";
    return ORIGINATES.contains(mode) || (mode.equals("DISABLE") && port != HTTPS);
  }
}
