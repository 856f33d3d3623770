package io.egressalias.internal.krm;

import io.egressalias.check.Names;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.KnownKind;
import io.egressalias.render.AliasMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Corrects changes of kustomize: it renames objects without the hosts that refer to them, and adds
 * selectors to Services that must not have one. Uses the annotation on rendered objects.
 */
final class ReferenceUpdater {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String NEEDS_HASH = "kustomize.config.k8s.io/needs-hash";

  private final ListText text;
  private final Edits edits;
  private final List<FunctionFinding> found = new ArrayList<>();

  ReferenceUpdater(ListText text, Edits edits) {
    this.text = text;
    this.edits = edits;
  }

  /** Updates objects and returns findings about those that cannot be updated. */
  List<FunctionFinding> update(List<ListedResource> resources) {
    Map<String, List<ListedResource>> groups = new LinkedHashMap<>();
    for (ListedResource resource : resources) {
      String mark = resource.mark();
      if (!mark.isEmpty() && resource.id().known().isEmpty()) {
        unknown(resource);
      } else if (!mark.isEmpty()) {
        groups.computeIfAbsent(mark, m -> new ArrayList<>()).add(resource);
      } else if (looksLikeOurs(resource)) {
        report(
            Rule.UNMARKED_OBJECT,
            resource,
            "expected the annotation `%s` on an object of an alias, found none"
                .formatted(AliasMark.ANNOTATION),
            "Generate the object with this function, or render it with `egress render --mark`");
      }
    }
    groups.forEach(this::group);
    return found;
  }

  /** Such an object may refer to hosts in unknown fields, which would not be updated. */
  private void unknown(ListedResource resource) {
    report(
        Rule.NOT_CORRECTABLE,
        resource,
        "expected a kind that egress renders, found `%s` with the API version `%s`"
            .formatted(Quoted.shortened(resource.kind()), Quoted.shortened(resource.apiVersion())),
        "Remove the annotation `%s` from the object".formatted(AliasMark.ANNOTATION));
  }

  private static boolean looksLikeOurs(ListedResource resource) {
    return resource.hosts().stream()
            .anyMatch(h -> h.text().endsWith("." + EgressAlias.ROUTED_DOMAIN))
        || resource
            .node()
            .textAt("metadata", "labels", "endpointslice.kubernetes.io/managed-by")
            .equals(AliasMark.MANAGER);
  }

  private void group(String mark, List<ListedResource> group) {
    List<ListedResource> services = group.stream().filter(r -> r.is(KnownKind.SERVICE)).toList();
    if (services.size() != 1) {
      report(
          Rule.NOT_CORRECTABLE,
          group.get(0),
          "expected one Service of the alias `%s`, found %s".formatted(mark, services.size()),
          "Include each object of the alias exactly once");
      return;
    }
    ListedResource service = services.get(0);
    if (!Names.isServiceName(service.name())) {
      report(
          Rule.NOT_CORRECTABLE,
          service,
          "`%s` is not a valid Service name".formatted(service.name()),
          "Use a shorter `namePrefix` or `nameSuffix`, in lower case");
      return;
    }
    for (ListedResource resource : group) {
      object(mark, resource, service);
    }
    boolean withoutPods =
        group.size() > 1 || service.node().textAt("spec", "type").equals("ExternalName");
    if (withoutPods && service.node().at("spec") instanceof Mapping spec) {
      Entry selector = spec.entry("selector");
      if (selector != null) {
        remove(spec, selector);
      }
    }
  }

  private void object(String mark, ListedResource resource, ListedResource service) {
    if (!resource.namespace().equals(service.namespace())) {
      report(
          Rule.NOT_CORRECTABLE,
          resource,
          "expected the namespace of its Service, `%s`, found `%s`"
              .formatted(service.namespace(), resource.namespace()),
          "Set the same namespace for all objects of the alias");
      return;
    }
    if (resource.is(KnownKind.ENDPOINTS) && !resource.name().equals(service.name())) {
      report(
          Rule.NOT_CORRECTABLE,
          resource,
          "expected the name of its Service, `%s`, found `%s`"
              .formatted(service.name(), resource.name()),
          "Give the Endpoints and the Service the same name");
      return;
    }
    if (!resource.annotation(NEEDS_HASH).isEmpty()) {
      report(
          Rule.NOT_CORRECTABLE,
          resource,
          "expected no annotation `%s`, found one: kustomize adds a hash to the name of the object"
              .formatted(NEEDS_HASH),
          "Remove the annotation");
      return;
    }
    // The annotation follows the new name, so that another rename can be handled too.
    set(
        resource.node().at("metadata", "annotations", AliasMark.ANNOTATION),
        service.namespace() + "/" + service.name());
    set(resource.node().at("metadata", "labels", SERVICE_NAME), service.name());
    String before =
        mark.substring(mark.indexOf('/') + 1) + "." + mark.substring(0, mark.indexOf('/')) + ".";
    String now = service.name() + "." + service.namespace() + ".";
    for (Scalar host : resource.hosts()) {
      if (host.text().startsWith(before)) {
        set(host, now + host.text().substring(before.length()));
      } else if (!host.text().startsWith(now)) {
        report(
            Rule.NOT_CORRECTABLE,
            resource,
            "expected a host that starts with `%s`, found `%s`".formatted(before, host.text()),
            "Restore the host to the rendered value");
      }
    }
  }

  private void set(@Nullable Tree node, String value) {
    if (!(node instanceof Scalar scalar) || scalar.text().equals(value)) {
      return;
    }
    boolean plain =
        scalar.plain()
            && Character.isLetter(value.charAt(0))
            && (value.indexOf('.') > 0 || value.indexOf('-') > 0);
    edits.replace(scalar.place().start(), scalar.place().end(), plain ? value : quoted(value));
  }

  /** Quotes the value as in JSON, because the rest of a host can contain any text. */
  private static String quoted(String value) {
    return PrettyJson.line(JsonNodeFactory.instance.stringNode(value));
  }

  private void remove(Mapping mapping, Entry entry) {
    List<Entry> entries = mapping.entries();
    if (entries.size() == 1) {
      edits.replace(mapping.place().start(), text.contentEnd(mapping), "{}");
      return;
    }
    int index = entries.indexOf(entry);
    int start = entry.key().place().start();
    boolean last = index == entries.size() - 1;
    if (mapping.flow()) {
      if (!last) {
        edits.replace(start, entries.get(index + 1).key().place().start(), "");
      } else {
        int before = entries.get(index - 1).value().place().end();
        edits.replace(before, entry.value().place().end(), "");
      }
      return;
    }
    edits.replace(text.lineStart(start), text.nextLine(text.contentEnd(entry.value())), "");
  }

  private void report(Rule rule, ListedResource resource, String message, String remedy) {
    FieldPath place = FieldPath.root().key(resource.toString());
    found.add(FunctionFinding.inItem(Diagnostic.of(rule, 0, place, message, remedy), resource));
  }
}
