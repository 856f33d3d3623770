package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads aliases in the direct form: a Service with an external name, or with addresses. */
final class DirectAliases {
  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private final ImportContext context;
  private final ServiceGroups groups;
  private final PendingChanges changesOf;
  private final List<ImportedAlias> aliases = new ArrayList<>();

  private DirectAliases(ImportContext context, ServiceGroups groups, PendingChanges changesOf) {
    this.context = context;
    this.groups = groups;
    this.changesOf = changesOf;
  }

  /**
   * Returns the aliases, in the order of the groups.
   *
   * @param changesOf receives the findings about each alias
   */
  static List<ImportedAlias> of(
      ImportContext context, ServiceGroups groups, PendingChanges changesOf) {
    DirectAliases direct = new DirectAliases(context, groups, changesOf);
    for (AliasObjects group : groups.all()) {
      direct.group(group);
    }
    return direct.aliases;
  }

  private void group(AliasObjects group) {
    ManifestObject service = group.service();
    if (service == null) {
      alone(group);
    } else if (!groups.isUsed(service)) {
      if (looksLikeAlias(group)) {
        alias(group);
      } else {
        selector(group);
      }
    }
  }

  private void alone(AliasObjects group) {
    for (ManifestObject endpoints : group.endpoints) {
      alone(endpoints, Rule.ENDPOINTS_ALONE, NAME, group.name);
    }
    FieldPath label = FieldPath.of("metadata", "labels", ManifestObject.SERVICE_NAME);
    for (ManifestObject slice : group.slices) {
      alone(slice, Rule.SLICE_ALONE, label, group.name);
    }
  }

  private void alone(ManifestObject object, Rule rule, FieldPath path, String name) {
    if (groups.isUsed(object)) {
      return;
    }
    groups.use(object);
    // A refused Service has a finding. The owner of an object writes it.
    ObjectId service = new ObjectId("", "", object.id().namespace(), name);
    if (!context.set().isRefused(KnownKind.SERVICE, service) && !Ownership.hasOwner(object)) {
      add(
          Severity.WARNING,
          rule,
          object,
          path,
          "expected the Service `%s` as well, found none in the inputs".formatted(name),
          "Import the directory or the namespace that has both, or delete this object if there is"
              + " no such Service");
    }
  }

  /** Returns whether a Service of the group has an external name, or no selector. */
  static boolean looksLikeAlias(AliasObjects group) {
    for (ManifestObject service : group.services) {
      Field spec = Field.of(service, "spec");
      if (ExternalNameAlias.is(spec) || spec.at("selector").keys().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The Service stays unused, so that it is counted among the objects that are left alone. */
  private void selector(AliasObjects group) {
    List<ManifestObject> own = new ArrayList<>(group.slices);
    for (ManifestObject endpoints : group.endpoints) {
      groups.use(endpoints);
      if (!Ownership.isLive(endpoints)) {
        own.add(endpoints);
      }
    }
    groups.use(group.slices);
    for (ManifestObject object : own) {
      add(
          Severity.WARNING,
          Rule.SELECTOR_AND_ENDPOINTS,
          object,
          NAME,
          "the Service `%s` has a selector, so a controller writes its endpoints as well"
              .formatted(group.name),
          "Remove `selector` from the Service if these addresses are its endpoints, or delete this"
              + " object");
    }
  }

  private void alias(AliasObjects group) {
    List<ManifestObject> objects = direct(group);
    groups.use(objects);
    if (isDefinedTwice(group) || isOwned(group)) {
      return;
    }
    Changes changes = new Changes();
    ImportedAlias alias = DraftAlias.read(group, objects, groups, context, changes);
    changesOf.add(group.services.get(0), changes);
    if (alias != null) {
      aliases.add(alias);
    }
  }

  private static List<ManifestObject> direct(AliasObjects group) {
    List<ManifestObject> objects = new ArrayList<>(group.services);
    objects.addAll(group.endpoints);
    objects.addAll(group.slices);
    return objects;
  }

  private boolean isDefinedTwice(AliasObjects group) {
    Map<String, ManifestObject> slices = new HashMap<>();
    @Nullable ManifestObject second = second(group.services);
    @Nullable ManifestObject first = group.service();
    if (second == null) {
      second = second(group.endpoints);
      first = second == null ? null : group.endpoints.get(0);
    }
    for (ManifestObject slice : group.slices) {
      ManifestObject before = slices.putIfAbsent(slice.id().name(), slice);
      if (second == null && before != null) {
        second = slice;
        first = before;
      }
    }
    if (second == null || first == null) {
      return false;
    }
    add(
        Severity.ERROR,
        Rule.TWO_DEFINITIONS,
        second,
        NAME,
        "expected one definition of `%s`, found another at `%s`"
            .formatted(second.id(), first.locate(NAME)),
        "Import only the definition that is applied");
    return true;
  }

  private static @Nullable ManifestObject second(List<ManifestObject> objects) {
    return objects.size() > 1 ? objects.get(1) : null;
  }

  /** Reports objects that an operator writes, and marks of Helm. */
  private boolean isOwned(AliasObjects group) {
    for (ManifestObject object : direct(group)) {
      Field operator = Ownership.operator(object);
      if (Ownership.hasOwner(object) || operator.present()) {
        add(
            Severity.INFO,
            Rule.OWNED,
            object,
            operator.present() ? operator.path() : FieldPath.of("metadata", "ownerReferences"),
            operator.present()
                ? "`%s` writes this object, so it is not imported".formatted(operator.text())
                : "another object owns this object, so it is not imported",
            "Keep the object as it is");
        return true;
      }
    }
    return false;
  }

  private void add(
      Severity severity,
      Rule rule,
      ManifestObject object,
      FieldPath path,
      String message,
      String remedy) {
    context.findings().add(rule, severity, object, path, message, remedy);
  }
}
