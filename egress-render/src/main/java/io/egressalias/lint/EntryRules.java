package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;

/** Rules about ServiceEntries, and about routes that lead to no host. */
final class EntryRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    if (!context.platform().istio().present()) {
      return;
    }
    EntryPorts ports = new EntryPorts(context);
    EntryHosts hosts = new EntryHosts(context, EndpointTable.of(context));
    for (ManifestObject object : context.set().objects()) {
      if (object.kind() == KnownKind.SERVICE_ENTRY) {
        EntryView entry = new EntryView(object);
        ports.check(entry);
        hosts.check(entry);
      }
    }
    EntryConflicts conflicts = new EntryConflicts(context);
    RouteTargets targets = new RouteTargets(context);
    for (HostObjects host : context.hosts().all()) {
      conflicts.check(host);
      targets.check(host);
    }
  }
}
