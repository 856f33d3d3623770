package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a set by the namespace, as written, and the name of the Service to which they
 * belong; and the objects that an alias or a finding accounts for.
 */
final class ServiceGroups {
  private final Map<String, Map<String, AliasObjects>> byNamespace = new HashMap<>();
  private final Map<AliasObjects, Boolean> inOrder = new LinkedHashMap<>();
  private final Set<ManifestObject> used = Collections.newSetFromMap(new IdentityHashMap<>());

  private String unnamed = "";

  /** Sets the namespace of objects that name none. */
  void assume(String namespace) {
    unnamed = namespace;
  }

  /** Returns the namespace of an object; empty: none. */
  String namespace(ManifestObject object) {
    return object.id().namespace().orElse(unnamed);
  }

  /** Returns the groups, in the order of their first object. */
  Collection<AliasObjects> all() {
    return new ArrayList<>(inOrder.keySet());
  }

  /** Returns the group of a name, which is made if there is none. */
  AliasObjects of(String namespace, String name) {
    Map<String, AliasObjects> names = byNamespace.get(namespace);
    if (names == null) {
      names = new HashMap<>();
      byNamespace.put(namespace, names);
    }
    AliasObjects group = names.get(name);
    if (group == null) {
      group = new AliasObjects(namespace, name);
      names.put(name, group);
      inOrder.put(group, true);
    }
    return group;
  }

  /** Returns the group of a name; null: none. */
  @Nullable AliasObjects find(String namespace, String name) {
    Map<String, AliasObjects> names = byNamespace.get(namespace);
    return names == null ? null : names.get(name);
  }

  /** Records that an alias or a finding accounts for an object, so that no other part reads it. */
  void use(ManifestObject object) {
    used.add(object);
  }

  /** Records that an alias or a finding accounts for objects. */
  void use(List<ManifestObject> objects) {
    used.addAll(objects);
  }

  /** Returns whether an alias or a finding accounts for an object. */
  boolean isUsed(ManifestObject object) {
    return used.contains(object);
  }
}
