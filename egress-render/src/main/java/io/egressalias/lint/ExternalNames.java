package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IpAddress;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about Services of type ExternalName. */
final class ExternalNames {
  /** DNS servers follow fewer names than this. */
  private static final int LONGEST_CIRCLE = 64;

  private final LintContext context;

  ExternalNames(LintContext context) {
    this.context = context;
  }

  void check(ManifestObject service) {
    Field name = Field.of(service, "spec", "externalName");
    String target = target(service);
    if (target.isEmpty()) {
      context
          .findings()
          .add(
              Rule.NO_EXTERNAL_NAME,
              service,
              name.path(),
              "expected a host in `externalName`, found none",
              "Add the host, such as `externalName: db.example.com`");
      return;
    }
    address(name, target);
    spelling(name, target);
    circle(name, service);
    portNames(service);
  }

  /** Returns the host of a Service as DNS compares it. */
  static String target(ManifestObject service) {
    String written = Field.of(service, "spec", "externalName").text();
    boolean dot = written.endsWith(".");
    return (dot ? written.substring(0, written.length() - 1) : written).toLowerCase(Locale.ROOT);
  }

  private void address(Field name, String target) {
    Optional<IpAddress> address = IpAddress.parse(target);
    if (address.isPresent()) {
      context
          .findings()
          .add(
              Rule.ADDRESS_AS_NAME,
              name.object(),
              name.path(),
              "expected a DNS name, found the address `%s`, which no DNS server resolves"
                  .formatted(Quoted.shortened(name.text())),
              "Remove `type` and `externalName`, and write an EndpointSlice with `%s`"
                  .formatted("addresses: [\"" + address.get() + "\"]"));
    }
  }

  private void spelling(Field name, String target) {
    String written = name.text();
    if (!written.toLowerCase(Locale.ROOT).equals(written)) {
      context
          .findings()
          .add(
              Rule.HOST,
              name.object(),
              name.path(),
              "expected a DNS name in lowercase, found `" + Quoted.shortened(written) + "`",
              "Write `externalName: " + Quoted.shortened(target) + "`");
    }
  }

  /** Follows the names of the set; the message is at each Service of a circle. */
  private void circle(Field name, ManifestObject service) {
    String own = context.hosts().nameOf(service);
    Set<String> seen = new HashSet<>();
    @Nullable ManifestObject next = service;
    while (next != null && seen.size() < LONGEST_CIRCLE && seen.add(context.hosts().nameOf(next))) {
      String target = target(next);
      if (target.equals(own)) {
        context
            .findings()
            .add(
                Rule.LEADS_NOWHERE,
                service,
                name.path(),
                "expected the name of a server, found `%s`, which leads back to `%s`"
                    .formatted(Quoted.shortened(name.text()), service.id()),
                "Write the name of the server, such as `externalName: db.example.com`");
        return;
      }
      next = externalName(target);
    }
  }

  private @Nullable ManifestObject externalName(String host) {
    HostObjects found = context.hosts().find(host);
    return found == null || !found.isExternalName() ? null : found.services.get(0);
  }

  private void portNames(ManifestObject service) {
    if (!context.platform().istio().present()) {
      return;
    }
    for (Field port : Field.of(service, "spec", "ports").items()) {
      Optional<HostPort> read = HostPort.ofService(port);
      if (read.isPresent() && isWarnedOf(read.get())) {
        portName(port, read.get());
      }
    }
  }

  private static boolean isWarnedOf(HostPort port) {
    return port.isDetected() || port.protocol().get() == IstioProtocol.TCP;
  }

  private void portName(Field port, HostPort read) {
    boolean before = PlatformFact.EXTERNAL_NAME_IS_ALIAS.isLaterThan(context.platform());
    String effect =
        before
            ? ", and Istio before 1.21 uses the port for every host"
            : ", and from Istio 1.21 on a name has no effect";
    Field name = port.at("name");
    String found =
        read.name().isEmpty() ? "no name" : "the name `" + Quoted.shortened(read.name()) + "`";
    context
        .findings()
        .add(
            Rule.OUTDATED_FORM,
            name.object(),
            (name.present() ? name : port).path(),
            "the port %d of an ExternalName has %s%s".formatted(read.number(), found, effect),
            "Write a name with the protocol, such as `name: https`");
  }
}
