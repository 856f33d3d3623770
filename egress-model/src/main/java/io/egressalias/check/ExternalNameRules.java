package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Rules about {@code externalName}. */
final class ExternalNameRules implements AliasRule {
  /** The suffix of the host names that the routed form generates. */
  private static final String ROUTED_SUFFIX = "." + EgressAlias.ROUTED_DOMAIN;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    Optional<String> host = alias.resolved().host();
    if (host.isPresent()) {
      host(alias, host.get(), findings);
    }
  }

  private static void host(AliasScope alias, String host, FindingCollector findings) {
    FieldPath path = alias.path("externalName");
    if (NameGrammar.isHost(host)) {
      meaning(alias, host, path, findings);
      return;
    }
    Optional<IpAddress> address = HostNameProblems.address(host);
    if (address.isPresent()) {
      findings.add(
          Rule.HOST_IS_ADDRESS,
          path,
          "expected a DNS name, found the address `" + Quoted.shortened(host) + "`",
          "Replace `externalName` with `endpoints: [" + address.get() + "]`");
    } else if (host.endsWith(".") && NameGrammar.isHost(withoutDot(host))) {
      findings.add(
          Rule.HOST_TRAILING_DOT,
          path,
          "expected a name without a dot at the end, found `" + Quoted.shortened(host) + "`",
          "Write `externalName: " + withoutDot(host) + "`");
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
              : "Write `externalName: " + ascii + "`");
      return true;
    }
    return false;
  }

  /** Reports well-formed names that must not be used. */
  private static void meaning(
      AliasScope alias, String host, FieldPath path, FindingCollector findings) {
    String domain = "." + alias.platform().clusterDomain();
    if (host.indexOf('.') < 0) {
      findings.add(
          Rule.HOST_NOT_EXTERNAL,
          path,
          "expected a name with at least two parts, found `" + host + "`",
          "Write the full name, such as `externalName: "
              + (host.equals("localhost") ? "db" : host)
              + ".example.com`");
    } else if (("." + host).endsWith(domain)
        || host.endsWith(".svc")
        || host.endsWith(".localhost")
        || host.endsWith(ROUTED_SUFFIX)) {
      findings.add(
          Rule.HOST_IN_CLUSTER,
          path,
          "`" + Quoted.shortened(host) + "` is a name of the cluster itself",
          "Replace `externalName` with the labels of the pods, such as `selector: {app: "
              + host.substring(0, host.indexOf('.'))
              + "}`, or call the Service by its own name");
    }
  }
}
