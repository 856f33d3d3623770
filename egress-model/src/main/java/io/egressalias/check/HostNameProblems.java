package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IpAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports why a text is not a host name, and suggests the host name that is probably meant. */
final class HostNameProblems {
  /** A URL in its widest sense; the first group is the host, the second is a colon and the port. */
  static final Pattern URL =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/@]*@)?([^/:?#]+)(:\\d+)?([/?#].*)?");

  /** An IP address (first group) and a port (second group). */
  static final Pattern ADDRESS_WITH_PORT = Pattern.compile("([0-9.]+|\\[.*]):(\\d+)");

  private HostNameProblems() {}

  static void report(Rule rule, String host, FieldPath path, FindingCollector findings) {
    findings.add(
        rule,
        path,
        "expected a DNS name in lower case, found `" + Quoted.shortened(host) + "`: " + why(host),
        remedy(host));
  }

  /** Returns the address that a text denotes, in any common notation. */
  static Optional<IpAddress> address(String text) {
    String bare = text.replaceAll("^\\[(.*)\\]$", "$1").replaceAll("\\.$", "");
    return IpAddress.parse(bare).or(() -> IpAddress.parse(withoutLeadingZeros(bare)));
  }

  static String withoutLeadingZeros(String address) {
    return address.indexOf(':') < 0 ? address.replaceAll("(?<=^|\\.)0+(?=\\d)", "") : address;
  }

  /** Returns the name in A-labels; empty if the name cannot be converted. */
  static String ascii(String host) {
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return NameGrammar.isHost(ascii) ? ascii : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Returns the host of a text that may be a URL, or a host and a port. */
  private static String bare(String text) {
    Matcher url = URL.matcher(text);
    return url.matches() ? url.group(1) : text;
  }

  private static String why(String host) {
    if (host.isEmpty()) {
      return "it is empty";
    }
    if (host.length() > NameGrammar.SUBDOMAIN) {
      return "it has " + host.length() + " characters, 253 are possible";
    }
    if (address(host).isPresent()) {
      return "an IP address is no name";
    }
    if (!bare(host).equals(host)) {
      return "scheme, port and path are no part of it";
    }
    if (host.indexOf('*') >= 0) {
      return "a wildcard is no host";
    }
    if (host.indexOf('_') >= 0) {
      return "`_` is not possible in a host";
    }
    if (!host.equals(host.toLowerCase(Locale.ROOT))) {
      return "upper case is not possible";
    }
    if (host.endsWith(".")) {
      return "no dot is possible at the end";
    }
    for (String part : host.split("\\.", -1)) {
      if (part.isEmpty()) {
        return "a part between dots is empty";
      }
      if (part.length() > NameGrammar.LABEL) {
        return "a part has " + part.length() + " characters, 63 are possible";
      }
    }
    return NameGrammar.isNumeric(NameGrammar.lastPart(host))
        ? "the last part cannot be a number"
        : "letters, digits and `-` are possible, no `-` first or last in a part";
  }

  private static String remedy(String host) {
    String fixed =
        bare(host.strip())
            .toLowerCase(Locale.ROOT)
            .replaceAll("^\\*\\.|\\.$", "")
            .replace('_', '-');
    boolean sure = NameGrammar.isHost(fixed) && fixed.indexOf('.') > 0 && host.indexOf('_') < 0;
    return sure && host.indexOf('*') < 0
        ? "Write `" + fixed + "`"
        : "Write the name of one host, such as `httpbin.org`";
  }
}
