package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.object.KnownKind;
import io.egressalias.render.AliasMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects that kustomize renamed, whose hosts and labels still have the names before. The
 * mark of an alias shows which objects belong together; without it, their names do.
 */
final class StaleOutput {
  private final LintContext context;
  private final EndpointTable table;
  private final Map<String, ManifestObject> marked = new HashMap<>();
  private final Set<String> reported = new HashSet<>();

  private StaleOutput(LintContext context, EndpointTable table) {
    this.context = context;
    this.table = table;
  }

  /** Reports such objects. */
  static StaleOutput of(LintContext context, EndpointTable table) {
    StaleOutput stale = new StaleOutput(context, table);
    for (ServiceView view : table.all()) {
      stale.mark(view.service());
    }
    for (ServiceView view : table.all()) {
      if (view.service() == null) {
        stale.labels(view);
      }
    }
    if (context.platform().istio().present()) {
      for (ManifestObject object : context.set().objects()) {
        stale.hosts(object);
      }
    }
    return stale;
  }

  /** Returns whether a finding already explains why endpoints or the Service are missing. */
  boolean isReported(ServiceView view) {
    return reported.contains(view.host());
  }

  private void mark(@Nullable ManifestObject service) {
    if (service != null) {
      String mark = Ownership.annotation(service, AliasMark.ANNOTATION).text();
      if (!mark.isEmpty()) {
        marked.put(mark, service);
      }
    }
  }

  private void labels(ServiceView view) {
    for (ManifestObject slice : view.endpoints()) {
      if (slice.kind() == KnownKind.ENDPOINT_SLICE) {
        Field label = EndpointTable.serviceName(slice);
        ManifestObject service = ofMark(slice);
        service = service == null ? ofSlice(slice, label.text()) : service;
        if (service != null && !service.id().name().equals(label.text())) {
          report(label, service.id().name(), service);
          reported.add(view.host());
          reported.add(context.hosts().nameOf(service));
        }
      }
    }
  }

  private @Nullable ManifestObject ofMark(ManifestObject object) {
    String mark = Ownership.annotation(object, AliasMark.ANNOTATION).text();
    return mark.isEmpty() ? null : marked.get(mark);
  }

  /** Returns the Service whose name has what kustomize adds to the name of the slice as well. */
  private @Nullable ManifestObject ofSlice(ManifestObject slice, String before) {
    String name = slice.id().name();
    int at = name.indexOf(before);
    if (at < 0) {
      return null;
    }
    String start = name.substring(0, at + before.length());
    String rest = name.substring(at + before.length());
    for (int i = rest.length(); i >= 0; i--) {
      ServiceView view = view(start + rest.substring(i), slice);
      if (view != null && view.endpoints().isEmpty()) {
        ManifestObject service = view.service();
        if (service != null && ServiceView.usesOwnEndpoints(service)) {
          return service;
        }
      }
    }
    return null;
  }

  private @Nullable ManifestObject service(String name, ManifestObject neighbour) {
    ServiceView view = view(name, neighbour);
    return view == null ? null : view.service();
  }

  private @Nullable ServiceView view(String name, ManifestObject neighbour) {
    HostTable hosts = context.hosts();
    return table.find(hosts.nameOf(name, hosts.namespace(neighbour)));
  }

  private void hosts(ManifestObject object) {
    if (object.kind() == KnownKind.DESTINATION_RULE) {
      host(Field.of(object, "spec", "host"));
    } else if (object.kind() == KnownKind.VIRTUAL_SERVICE) {
      for (Field host : Field.of(object, "spec", "hosts").items()) {
        host(host);
      }
    }
  }

  private void host(Field host) {
    ManifestObject object = host.object();
    String written = host.text();
    int dot = written.indexOf('.');
    if (dot <= 0
        || !context.hosts().isLocal(written)
        || isDefined(written)
        || context.hosts().meant(written, object) != null) {
      return;
    }
    ManifestObject service = ofMark(object);
    if (service == null) {
      service = service(object.id().name(), object);
      if (service == null || !isRenamed(service, written, written.substring(0, dot))) {
        return;
      }
    }
    String now = context.hosts().nameOf(service);
    if (!now.equals(written)) {
      report(host, now, service);
      reported.add(now);
    }
  }

  private boolean isDefined(String host) {
    HostObjects found = context.hosts().find(host);
    return found != null && found.isDefined();
  }

  /** An ExternalName can have the host as its target, and a rule for it beside it. */
  private static boolean isRenamed(ManifestObject service, String host, String before) {
    return service.id().name().contains(before)
        && !ServiceView.hasSelector(service)
        && !ExternalNames.target(service).equals(host);
  }

  private void report(Field field, String now, ManifestObject service) {
    context
        .findings()
        .add(
            Rule.STALE_OUTPUT,
            field.object(),
            field.path(),
            "expected `%s`, the name of `%s`, found `%s`, which no Service of the input has"
                .formatted(now, service.id(), Quoted.shortened(field.text())),
            "Write `%s`, or add the transformer `EgressAliasesTransform` to the kustomization"
                .formatted(now));
  }
}
