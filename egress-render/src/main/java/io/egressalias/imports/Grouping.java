package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.KnownKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups the objects of a set by the Service to which they belong. */
final class Grouping {
  private final ServiceGroups groups = new ServiceGroups();
  private final String unnamed;
  private final String domain;
  private final ManifestFindings findings;

  private Grouping(Optional<String> namespace, String domain, ManifestFindings findings) {
    this.unnamed = namespace.orElse("");
    groups.assume(unnamed);
    this.domain = domain;
    this.findings = findings;
  }

  /**
   * Groups objects. An object that a controller writes is in no group.
   *
   * @param namespace the namespace of objects that name none; empty: these are in a namespace of
   *     their own
   * @param domain the cluster domain
   */
  static ServiceGroups of(
      ManifestSet set, Optional<String> namespace, String domain, ManifestFindings findings) {
    Grouping grouping = new Grouping(namespace, domain, findings);
    for (ManifestObject object : set.objects()) {
      grouping.add(object);
    }
    for (ManifestObject object : set.objects()) {
      grouping.attach(object);
    }
    return grouping.groups;
  }

  private String namespace(ManifestObject object) {
    return object.id().namespace().orElse(unnamed);
  }

  private AliasObjects group(ManifestObject object) {
    return groups.of(namespace(object), object.id().name());
  }

  private void add(ManifestObject object) {
    if (isOfTheApi(object)) {
      groups.use(object);
      return;
    }
    switch (object.kind()) {
      case SERVICE -> group(object).services.add(object);
      case ENDPOINTS -> {
        if (Ownership.isOfControlPlane(object)) {
          groups.use(object);
        } else {
          group(object).endpoints.add(object);
        }
      }
      case ENDPOINT_SLICE -> slice(object);
      case DESTINATION_RULE, VIRTUAL_SERVICE, SERVICE_ENTRY -> {}
    }
  }

  /** The API server writes the Service of its own name; its slice has no mark of a controller. */
  private static boolean isOfTheApi(ManifestObject object) {
    return object.id().name().equals("kubernetes")
        && object.id().namespace().orElse("").equals(EgressAlias.DEFAULT_NAMESPACE)
        && (object.kind() == KnownKind.SERVICE
            || object.kind() == KnownKind.ENDPOINTS
            || object.kind() == KnownKind.ENDPOINT_SLICE);
  }

  private void slice(ManifestObject slice) {
    if (Ownership.isOfController(slice) || Ownership.hasOwner(slice)) {
      groups.use(slice);
      return;
    }
    Field service = Field.of(slice, "metadata", "labels", ManifestObject.SERVICE_NAME);
    if (service.text().isEmpty()) {
      groups.use(slice);
      findings.add(
          Rule.SLICE_ALONE,
          slice,
          service.path(),
          "expected the label `"
              + ManifestObject.SERVICE_NAME
              + "` with the name of a Service, found none",
          "Add the label, such as `%s: %s`"
              .formatted(ManifestObject.SERVICE_NAME, slice.id().name()));
    } else {
      groups.of(namespace(slice), service.text()).slices.add(slice);
    }
  }

  private void attach(ManifestObject object) {
    if (object.kind() == KnownKind.DESTINATION_RULE) {
      AliasObjects group = find(Field.of(object, "spec", "host").text(), object);
      if (group != null) {
        group.rules.add(object);
      }
    } else if (object.kind() == KnownKind.VIRTUAL_SERVICE && Routes.isForSidecars(object)) {
      for (String host : Field.of(object, "spec", "hosts").texts()) {
        AliasObjects group = find(host, object);
        if (group != null) {
          addOnce(object, group.routes);
        }
      }
    }
  }

  /** The hosts of one object are read one after another, so only the last item can be equal. */
  private static void addOnce(ManifestObject object, List<ManifestObject> list) {
    if (list.isEmpty() || !list.get(list.size() - 1).equals(object)) {
      list.add(object);
    }
  }

  /** Returns the group of a host, as an object of Istio writes it; null: none. */
  private @Nullable AliasObjects find(String host, ManifestObject object) {
    LocalHost local = LocalHost.of(host, domain);
    if (local == null) {
      return null;
    }
    String namespace = local.namespace().isEmpty() ? namespace(object) : local.namespace();
    AliasObjects group = groups.find(namespace, local.name());
    boolean isDefault = namespace.equals(EgressAlias.DEFAULT_NAMESPACE);
    return group == null && isDefault ? groups.find("", local.name()) : group;
  }
}
