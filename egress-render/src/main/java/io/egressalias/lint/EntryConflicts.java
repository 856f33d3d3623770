package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IstioProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the ServiceEntries of one host. Istio joins those of one namespace. Of those in several
 * namespaces each counts for its own, and one of them for all other namespaces.
 */
final class EntryConflicts {
  /** More entries of one host are not compared with one another, so that the time is limited. */
  private static final int MOST = 100;

  private final LintContext context;

  EntryConflicts(LintContext context) {
    this.context = context;
  }

  private record Entry(EntryView view, String namespace, DefinitionView definition) {

    List<HostPort> ports() {
      return definition.ports();
    }

    boolean isPublic() {
      return definition.exportTo().isForAll();
    }

    boolean isExportedTo(String caller) {
      return definition.exportTo().includes(caller);
    }

    @Nullable HostPort port(int number) {
      return definition.port(number).orElse(null);
    }
  }

  void check(HostObjects host) {
    List<Entry> before = new ArrayList<>();
    for (ManifestObject object : host.entries) {
      EntryView view = new EntryView(object);
      HostTable hosts = context.hosts();
      Entry entry = new Entry(view, hosts.namespace(object), hosts.definition(object));
      for (Entry other : before) {
        if (contradict(entry, other, host.host())) {
          break;
        }
      }
      if (before.size() < MOST) {
        before.add(entry);
      }
    }
  }

  /** Returns whether a finding was made. */
  private boolean contradict(Entry entry, Entry other, String host) {
    boolean joined = entry.namespace().equals(other.namespace());
    if (!joined && !(meet(entry, other) && sharePort(entry, other))) {
      return false;
    }
    Severity severity = joined ? Severity.ERROR : Severity.WARNING;
    String resolution = other.view().resolution();
    if (!entry.view().resolution().equals(resolution)) {
      String found = entry.view().resolution();
      report(severity, entry.view().spec("resolution"), host, other, resolution, found);
      return true;
    }
    for (HostPort port : entry.ports()) {
      HostPort first = other.port(port.number());
      if (first != null && !kind(first).equals(kind(port))) {
        Field protocol = port.field().at("protocol");
        report(severity, protocol, host, other, word(first), word(port));
        return true;
      }
    }
    return false;
  }

  /** Returns whether a namespace sees both, and has neither of them. */
  private static boolean meet(Entry one, Entry other) {
    if (one.isPublic() && other.isPublic()) {
      return true;
    }
    Entry limited = one.isPublic() ? other : one;
    for (String caller : limited.view().spec("exportTo").texts()) {
      boolean own = caller.equals(one.namespace()) || caller.equals(other.namespace());
      if (!own && !caller.equals(".") && one.isExportedTo(caller) && other.isExportedTo(caller)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sharePort(Entry one, Entry other) {
    for (HostPort port : one.ports()) {
      if (other.port(port.number()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Istio treats the protocols of one kind alike. */
  private static String kind(HostPort port) {
    if (port.isTls()) {
      return "TLS";
    }
    boolean grpc = port.protocol().isPresent() && port.protocol().get() == IstioProtocol.GRPC;
    return grpc ? IstioProtocol.HTTP2.name() : word(port);
  }

  private static String word(HostPort port) {
    return port.protocol().isEmpty() ? "" : port.protocol().get().serviceEntryWord();
  }

  private void report(
      Severity severity, Field field, String host, Entry first, String expected, String found) {
    String key = lastKey(field);
    context
        .findings()
        .add(
            Rule.ENTRIES_CONTRADICT,
            severity,
            field.object(),
            field.path(),
            "expected %s for the host `%s`, as in `%s`, found %s"
                .formatted(
                    said(key, expected),
                    Quoted.shortened(host),
                    first.view().object().id(),
                    said(key, found)),
            expected.isEmpty()
                ? "Remove `" + key + "`"
                : "Write `%s: %s` in both, or delete one of them".formatted(key, expected));
  }

  private static String lastKey(Field field) {
    return field.path().toString().endsWith("protocol") ? "protocol" : "resolution";
  }

  private static String said(String key, String value) {
    return value.isEmpty() ? "no `" + key + "`" : "`" + key + ": " + value + "`";
  }
}
