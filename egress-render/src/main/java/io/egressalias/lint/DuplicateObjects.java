package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds objects of one name with different contents, of which a cluster keeps one. */
final class DuplicateObjects {
  private DuplicateObjects() {}

  static void check(LintContext context) {
    Map<ObjectId, ManifestObject> first = new HashMap<>();
    for (ManifestObject object : context.set().objects()) {
      Optional<String> namespace = Optional.of(context.hosts().namespace(object));
      ObjectId id = object.kind().id(namespace, object.id().name());
      ManifestObject before = first.putIfAbsent(id, object);
      if (before != null && !isEqual(before.tree(), object.tree())) {
        report(object, before, context);
      }
    }
  }

  private static void report(ManifestObject object, ManifestObject before, LintContext context) {
    Field name = Field.of(object, "metadata", "name");
    SourceLocation place = before.locate(name.path());
    context
        .findings()
        .add(
            Rule.LEADS_NOWHERE,
            object,
            name.path(),
            "expected one `%s`, found another one at %s:%d; a cluster keeps the last one"
                .formatted(object.id(), place.file(), place.line()),
            "Delete one of the two, or write another `name`");
  }

  private static boolean isEqual(Tree left, Tree right) {
    if (left instanceof Tree.Mapping l && right instanceof Tree.Mapping r) {
      return isEqual(l, r);
    }
    if (left instanceof Tree.Sequence l && right instanceof Tree.Sequence r) {
      return isEqual(l.items(), r.items());
    }
    return left instanceof Tree.Scalar l
        && right instanceof Tree.Scalar r
        && l.text().equals(r.text());
  }

  private static boolean isEqual(Tree.Mapping left, Tree.Mapping right) {
    if (left.entries().size() != right.entries().size()) {
      return false;
    }
    for (Tree.Entry entry : left.entries()) {
      Tree other = right.value(entry.key().text());
      if (other == null || !isEqual(entry.value(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEqual(List<Tree> left, List<Tree> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!isEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
