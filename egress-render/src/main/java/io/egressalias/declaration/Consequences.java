package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells findings that only follow from a broken structure. Where a field cannot be read the model
 * holds a stand-in, and what the rules make of that is nobody's mistake.
 */
final class Consequences {
  private static final FieldPath PLATFORM = FieldPath.of("spec", "platform");

  /** Rules that look at one field: what is wrong elsewhere does not change what they say. */
  private static final Set<Rule> OF_ONE_FIELD =
      EnumSet.of(
          Rule.ALIAS_NAME,
          Rule.NAMESPACE,
          Rule.LABEL_KEY,
          Rule.LABEL_VALUE,
          Rule.ANNOTATION_KEY,
          Rule.ANNOTATION_SIZE,
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
          Rule.CERTIFICATE_PATH,
          Rule.SNI,
          Rule.SUBJECT_ALT_NAME,
          Rule.CREDENTIAL_NAME,
          Rule.CLUSTER_DOMAIN,
          Rule.DUPLICATE_OBJECT);

  /** Rules that look at one port and the platform. */
  private static final Set<Rule> OF_ONE_PORT =
      EnumSet.of(
          Rule.PROTOCOL_UNKNOWN, Rule.APP_PROTOCOL, Rule.PROTOCOL_CONTRADICTION, Rule.UDP_NAME);

  /** Down to {@code spec.aliases[0].ports[1]}. */
  private static final int STEPS_TO_PORT = 5;

  /** Fields of an alias on which no rule about another field rests. */
  private static final Set<String> BY_THEMSELVES =
      Set.of("name", "namespace", "labels", "annotations");

  private Consequences() {}

  /**
   * Returns whether a finding follows from a broken structure.
   *
   * @param broken the paths in the finding's document that could not be read
   */
  static boolean follows(Diagnostic finding, Set<FieldPath> broken) {
    FieldPath path = finding.path();
    for (FieldPath wrong : broken) {
      boolean here = wrong.contains(path) || path.contains(wrong);
      if (here || matters(wrong, finding)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matters(FieldPath wrong, Diagnostic finding) {
    if (OF_ONE_FIELD.contains(finding.rule())) {
      return false;
    }
    boolean same =
        OF_ONE_PORT.contains(finding.rule())
            ? isOfSamePort(wrong, finding.path())
            : isOfSameAlias(wrong, finding.path());
    return same || PLATFORM.contains(wrong);
  }

  private static boolean isOfSamePort(FieldPath wrong, FieldPath finding) {
    return wrong.steps().size() >= STEPS_TO_PORT
        && wrong
            .steps()
            .subList(0, STEPS_TO_PORT)
            .equals(finding.steps().subList(0, STEPS_TO_PORT));
  }

  /** {@code spec.aliases[0].tls.mode} and {@code spec.aliases[0].ports[0]} are of one alias. */
  private static boolean isOfSameAlias(FieldPath wrong, FieldPath finding) {
    List<Step> steps = wrong.steps();
    if (steps.size() < 3 || finding.steps().size() < 3) {
      return false;
    }
    boolean same = steps.subList(0, 3).equals(finding.steps().subList(0, 3));
    boolean alone =
        steps.size() > 3
            && steps.get(3) instanceof Step.Key key
            && BY_THEMSELVES.contains(key.key());
    return same && !alone;
  }
}
