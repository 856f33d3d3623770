package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestObject;

/** Rules about Service, Endpoints and EndpointSlice. */
final class KubernetesRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    EndpointTable table = EndpointTable.of(context);
    StaleOutput stale = StaleOutput.of(context, table);
    EndpointForms forms = new EndpointForms(context);
    MissingHalves halves = new MissingHalves(context);
    ExternalNames names = new ExternalNames(context);
    for (ManifestObject slice : table.unlabelled()) {
      halves.unlabelled(slice);
      forms.names(slice);
    }
    for (ServiceView view : table.all()) {
      for (ManifestObject endpoints : view.endpoints()) {
        forms.names(endpoints);
        forms.outdated(endpoints);
      }
      ManifestObject service = view.service();
      if (service == null) {
        if (!stale.isReported(view)) {
          halves.withoutService(view);
        }
      } else {
        service(service, view, stale, halves, context);
        forms.sources(service, view);
        if (ServiceView.isExternalName(service)) {
          names.check(service);
        }
      }
    }
    DuplicateObjects.check(context);
  }

  private static void service(
      ManifestObject service,
      ServiceView view,
      StaleOutput stale,
      MissingHalves halves,
      LintContext context) {
    PortNames.check(service, view, context.findings());
    TargetPorts.check(service, context.findings());
    Families.check(service, view, context.findings());
    if (!stale.isReported(view)) {
      halves.withoutEndpoints(service, view);
    }
  }
}
