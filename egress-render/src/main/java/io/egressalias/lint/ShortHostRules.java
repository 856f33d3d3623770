package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds hosts that are meant for a Service, and that Istio completes to another name. */
final class ShortHostRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    Map<String, HostObjects> services = new HashMap<>();
    for (ManifestObject service : context.set().of(KnownKind.SERVICE)) {
      services.putIfAbsent(
          service.id().name().toLowerCase(Locale.ROOT),
          context.hosts().get(context.hosts().nameOf(service)));
    }
    if (services.isEmpty()) {
      return;
    }
    for (ManifestObject rule : context.set().of(KnownKind.DESTINATION_RULE)) {
      check(Field.of(rule, "spec", "host"), services, context);
    }
    for (ManifestObject route : context.set().of(KnownKind.VIRTUAL_SERVICE)) {
      route(Field.of(route, "spec"), services, context);
    }
  }

  private static void route(Field spec, Map<String, HostObjects> services, LintContext context) {
    for (Field host : spec.at("hosts").items()) {
      check(host, services, context);
    }
    for (String section : new String[] {"http", "tls", "tcp"}) {
      for (Field route : spec.at(section).items()) {
        for (Field item : route.at("route").items()) {
          check(item.at("destination").at("host"), services, context);
        }
      }
    }
  }

  private static void check(Field field, Map<String, HostObjects> services, LintContext context) {
    String written = field.text().toLowerCase(Locale.ROOT);
    if (written.isEmpty() || written.indexOf('*') >= 0) {
      return;
    }
    String resolved = context.hosts().resolve(written, field.object());
    if (context.hosts().get(resolved).isDefined()) {
      return;
    }
    HostObjects meant =
        written.indexOf('.') < 0
            ? services.get(written)
            : context.hosts().meant(written, field.object());
    if (meant != null && !meant.host().equals(resolved)) {
      context
          .findings()
          .add(
              Rule.SHORT_HOST,
              field.object(),
              field.path(),
              "expected the host of a Service, found `"
                  + written
                  + "`, which Istio reads as `"
                  + resolved
                  + "`, and the Service in the input is `"
                  + meant.host()
                  + "`",
              "Write `" + meant.host() + "`");
    }
  }
}
