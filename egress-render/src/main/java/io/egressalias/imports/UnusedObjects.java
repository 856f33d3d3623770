package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.EnumMap;
import java.util.Map;

/** Reports the objects that are left alone: one finding for each kind. */
final class UnusedObjects {
  private UnusedObjects() {}

  static void report(ImportContext context, ServiceGroups groups) {
    Map<KnownKind, ManifestObject> first = new EnumMap<>(KnownKind.class);
    Map<KnownKind, Integer> counts = new EnumMap<>(KnownKind.class);
    for (ManifestObject object : context.set().objects()) {
      if (!groups.isUsed(object)) {
        first.putIfAbsent(object.kind(), object);
        counts.merge(object.kind(), 1, Integer::sum);
      }
    }
    first.forEach((kind, object) -> report(kind, object, counts.getOrDefault(kind, 1), context));
  }

  private static void report(
      KnownKind kind, ManifestObject object, int count, ImportContext context) {
    context
        .findings()
        .add(
            Rule.LEFT_ALONE,
            Severity.INFO,
            object,
            FieldPath.of("metadata", "name"),
            count == 1
                ? "the %s `%s` is no part of an alias".formatted(kind.kind(), object.id().name())
                : "%s objects of the kind `%s` are no part of an alias, the first is `%s`"
                    .formatted(count, kind.kind(), object.id().name()),
            count == 1 ? "Keep it as it is" : "Keep them as they are");
  }
}
