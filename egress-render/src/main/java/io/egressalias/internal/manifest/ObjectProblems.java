package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import java.util.List;

/** Reports the problems of one object, and decides whether it is refused. */
final class ObjectProblems {
  private final ManifestObject object;
  private final ManifestFindings findings;

  ObjectProblems(ManifestObject object, ManifestFindings findings) {
    this.object = object;
    this.findings = findings;
  }

  /** Reports problems. Returns whether the object can be imported. */
  boolean report(List<ValueProblem> problems) {
    for (ValueProblem problem : problems) {
      if (problem.isUnfilled() && !Uninvolved.isLive(object)) {
        findings.add(problem.in(object.source()));
        return false;
      }
    }
    boolean complete = isComplete();
    for (ValueProblem problem : problems) {
      if (!problem.isUnfilled()) {
        findings.add(problem.in(object.source()));
        complete &= problem.severity() != Severity.ERROR;
      }
    }
    return complete;
  }

  private boolean isComplete() {
    Tree name = object.tree().at("metadata", "name");
    boolean named =
        name != null && (!(name instanceof Tree.Scalar) || !object.id().name().isEmpty());
    if (!named) {
      missing(FieldPath.of("metadata", "name"), "a name", "metadata: {name: NAME}");
    }
    boolean specified = !hasSpec(object.kind()) || object.tree().at("spec") != null;
    if (!specified) {
      missing(FieldPath.of("spec"), "a map at `spec`", "spec: {}");
    }
    return named && specified;
  }

  private static boolean hasSpec(KnownKind kind) {
    return switch (kind) {
      case SERVICE, SERVICE_ENTRY, DESTINATION_RULE, VIRTUAL_SERVICE -> true;
      case ENDPOINTS, ENDPOINT_SLICE -> false;
    };
  }

  private void missing(FieldPath path, String what, String line) {
    findings.add(
        Rule.MALFORMED,
        object,
        path,
        "expected %s in the object of kind `%s`, found none".formatted(what, object.kind().kind()),
        "Add `" + line + "` with its value, or remove the object from the input");
  }
}
