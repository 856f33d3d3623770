package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;

/** Finds a {@code targetPort} that has no effect. */
final class TargetPorts {
  private TargetPorts() {}

  /** Checks a Service to whose dialled port connections go. */
  static void check(ManifestObject service, ManifestFindings findings) {
    boolean external = ServiceView.isExternalName(service);
    boolean headless = ServiceView.isHeadless(service) && !ServiceView.hasSelector(service);
    if (!external && !headless) {
      return;
    }
    String why = external ? "type ExternalName is a DNS name" : "a headless Service is a DNS name";
    for (Field port : Field.of(service, "spec", "ports").items()) {
      Field target = port.at("targetPort");
      String number = port.at("port").text();
      if (target.present()
          && !target.text().equals(number)
          && !target.text().equals(port.at("name").text())) {
        report(target, why, number, findings);
      }
    }
  }

  /** Reports that connections go to another port. */
  static void report(Field target, String why, String number, ManifestFindings findings) {
    findings.add(
        Rule.DEAD_TARGET_PORT,
        target.object(),
        target.path(),
        "expected the port %s, to which connections go because %s, found %s, which has no effect"
            .formatted(number, why, Quoted.shortened(target.text())),
        "Write `targetPort: %s`, or remove the field".formatted(number));
  }
}
