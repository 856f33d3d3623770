package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IpAddress;
import io.egressalias.resolve.ClusterName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Rules about {@code externalName}. */
final class ExternalNameRules implements AliasRule {
  /** The suffix of the host names that the routed form generates. */
  private static final String ROUTED_SUFFIX = "." + EgressAlias.ROUTED_DOMAIN;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (alias.declared().target() instanceof ExternalName name) {
      host(alias, name.host(), findings);
    }
  }

  private static void host(AliasScope alias, String host, FindingCollector findings) {
    FieldPath path = alias.path("externalName");
    boolean dot = host.endsWith(".");
    if (NameGrammar.isHost(dot ? withoutDot(host) : host)) {
      wellFormed(alias, host, dot, path, findings);
      return;
    }
    Optional<IpAddress> address = HostNameProblems.address(host);
    if (address.isPresent()) {
      findings.add(
          Rule.HOST_IS_ADDRESS,
          path,
          "expected a DNS name, found the address `" + Quoted.shortened(host) + "`",
          "Replace `externalName` with `endpoints: [" + address.get() + "]`");
    } else if (!malformed(host, path, findings)) {
      HostNameProblems.report(Rule.HOST, host, path, findings);
    }
  }

  private static String withoutDot(String host) {
    return host.substring(0, host.length() - 1);
  }

  /** Reports malformed names that have a specific remedy. */
  private static boolean malformed(String host, FieldPath path, FindingCollector findings) {
    Matcher url = HostNameProblems.URL.matcher(host);
    if (url.matches() && !url.group(1).equals(host)) {
      String bare = url.group(1).toLowerCase(Locale.ROOT);
      findings.add(
          Rule.HOST_IS_URL,
          path,
          "expected a host without scheme, port and path, found `" + Quoted.shortened(host) + "`",
          "Write `externalName: "
              + bare
              + "`"
              + (url.group(2) == null
                  ? ""
                  : " and declare `port: " + url.group(2).substring(1) + "` in `ports`"));
      return true;
    }
    if (host.chars().anyMatch(c -> c > 127)) {
      String ascii = HostNameProblems.ascii(host);
      findings.add(
          Rule.HOST_INTERNATIONAL,
          path,
          "expected ASCII, found `" + Quoted.shortened(host) + "`",
          ascii.isEmpty()
              ? "Write the name in Punycode, which starts with `xn--`"
              : ascii.indexOf('.') < 0
                  ? "Write the complete name, such as `externalName: " + ascii + ".example.com`"
                  : "Write `externalName: " + ascii + "`");
      return true;
    }
    return false;
  }

  /** Kubernetes accepts a dot at the end, and means the same name; Istio does not. */
  private static void wellFormed(
      AliasScope alias, String host, boolean dot, FieldPath path, FindingCollector findings) {
    String name = dot ? withoutDot(host) : host;
    if (dot && alias.platform().istio().present()) {
      boolean carried = alias.resolved().leavesMesh() && !alias.resolved().isRouted();
      findings.add(
          Rule.HOST_TRAILING_DOT,
          carried ? Severity.WARNING : Severity.ERROR,
          path,
          "expected a name without a dot at the end, found `" + Quoted.shortened(host) + "`",
          "Write `externalName: " + name + "`");
      if (!carried) {
        return;
      }
    }
    Optional<ClusterName> own = alias.resolved().clusterName();
    if (name.indexOf('.') < 0) {
      onePart(alias, name, path, findings);
    } else if (own.isPresent()) {
      ClusterNameRules.check(alias, own.get(), name, findings);
    } else if (name.endsWith(".localhost") || ("." + name).endsWith(ROUTED_SUFFIX)) {
      findings.add(
          Rule.HOST_IN_CLUSTER,
          path,
          "`%s` is a name of %s"
              .formatted(
                  Quoted.shortened(name),
                  name.endsWith(".localhost") ? "the pod itself" : "a generated host"),
          "Write the name of a server, such as `externalName: db.example.com`");
    }
  }

  private static void onePart(
      AliasScope alias, String host, FieldPath path, FindingCollector findings) {
    boolean completed = !alias.platform().istio().present() && !host.equals("localhost");
    findings.add(
        Rule.HOST_NOT_EXTERNAL,
        completed ? Severity.INFO : Severity.ERROR,
        path,
        completed
            ? "`" + host + "` has one part, so it is found only where DNS adds a search domain"
            : "expected a name with at least two parts, found `" + host + "`",
        "Write the full name, such as `externalName: "
            + (host.equals("localhost") ? "db" : host)
            + ".example.com`"
            + (completed ? ", if DNS adds none" : ""));
  }
}
