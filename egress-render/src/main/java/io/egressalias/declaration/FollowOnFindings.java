package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Identifies findings that only follow from a broken structure. For a field that cannot be read,
 * the model has a placeholder; findings about a placeholder are not the user's mistake.
 */
final class FollowOnFindings {
  /** The number of steps to an alias: {@code spec}, {@code aliases}, its index. */
  private static final int ALIAS = 3;

  /** The number of steps to a port: those to its alias, {@code ports}, its index. */
  private static final int PORT = 5;

  private static final FieldPath PLATFORM = FieldPath.of("spec", "platform");
  private static final FieldPath TLS = FieldPath.of("spec", "tls");

  /** Rules that read one field: an error in another field does not affect their findings. */
  private static final Set<Rule> OF_ONE_FIELD =
      Set.of(
          Rule.ALIAS_NAME,
          Rule.NAMESPACE,
          Rule.LABEL_KEY,
          Rule.LABEL_VALUE,
          Rule.ANNOTATION_KEY,
          Rule.ANNOTATION_SIZE,
          Rule.ANNOTATION_VALUE,
          Rule.RESERVED_KEY,
          Rule.PORT_RANGE,
          Rule.PORT_NAME,
          Rule.PORT_NAME_TWICE,
          Rule.PORT_TWICE,
          Rule.TARGET_PORT,
          Rule.HOST,
          Rule.HOST_TRAILING_DOT,
          Rule.HOST_IS_ADDRESS,
          Rule.HOST_IS_URL,
          Rule.HOST_NOT_EXTERNAL,
          Rule.HOST_INTERNATIONAL,
          Rule.ADDRESS,
          Rule.ADDRESS_RANGE,
          Rule.ADDRESS_UNREACHABLE,
          Rule.ADDRESS_DOCUMENTATION,
          Rule.ADDRESS_FORM,
          Rule.ADDRESS_TWICE,
          Rule.HOSTNAME,
          Rule.CERTIFICATE_PATH,
          Rule.SNI,
          Rule.SUBJECT_ALT_NAME,
          Rule.CREDENTIAL_NAME,
          Rule.CLUSTER_DOMAIN,
          Rule.NO_ALIASES,
          Rule.DUPLICATE_OBJECT);

  /** Rules that read one port and the platform. */
  private static final Set<Rule> OF_ONE_PORT =
      Set.of(Rule.PROTOCOL_UNKNOWN, Rule.APP_PROTOCOL, Rule.PROTOCOL_CONTRADICTION, Rule.UDP_NAME);

  /** Fields of an alias that affect no rule about another field. */
  private static final Set<String> BY_THEMSELVES =
      Set.of("name", "namespace", "labels", "annotations");

  private final Set<FieldPath> broken;

  /** Every path that contains a broken path. */
  private final Set<FieldPath> around = new HashSet<>();

  /** Aliases and ports of which a part cannot be read. */
  private final Set<FieldPath> inDoubt = new HashSet<>();

  /** Whether a field that affects every alias cannot be read. */
  private boolean allInDoubt;

  /**
   * Creates the filter for the findings of one document.
   *
   * @param broken the paths in the document that cannot be read
   */
  FollowOnFindings(Set<FieldPath> broken) {
    this.broken = broken;
    for (FieldPath wrong : broken) {
      List<Step> steps = wrong.steps();
      for (int length = 0; length <= steps.size(); length++) {
        around.add(new FieldPath(steps.subList(0, length)));
      }
      allInDoubt |= PLATFORM.contains(wrong) || TLS.contains(wrong);
      if (steps.size() >= ALIAS && !isByItself(steps)) {
        inDoubt.add(new FieldPath(steps.subList(0, ALIAS)));
      }
      if (steps.size() >= PORT) {
        inDoubt.add(new FieldPath(steps.subList(0, PORT)));
      }
    }
  }

  /** Returns whether a finding follows from a broken structure. */
  boolean follows(Diagnostic finding) {
    if (broken.isEmpty()) {
      return false;
    }
    FieldPath path = finding.path();
    if (around.contains(path)) {
      return true;
    }
    List<Step> steps = path.steps();
    for (int length = 0; length < steps.size(); length++) {
      if (broken.contains(new FieldPath(steps.subList(0, length)))) {
        return true;
      }
    }
    int whole = OF_ONE_PORT.contains(finding.rule()) ? PORT : ALIAS;
    return !OF_ONE_FIELD.contains(finding.rule()) && isInDoubt(steps, whole);
  }

  /**
   * {@code spec.aliases[0].tls.mode} and {@code spec.aliases[0].ports[0]} belong to the same alias.
   */
  private boolean isInDoubt(List<Step> steps, int whole) {
    return allInDoubt
        || (steps.size() >= whole && inDoubt.contains(new FieldPath(steps.subList(0, whole))));
  }

  private static boolean isByItself(List<Step> steps) {
    return steps.size() > ALIAS
        && steps.get(ALIAS) instanceof Step.Key key
        && BY_THEMSELVES.contains(key.key());
  }
}
