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

/** Says of a text that is no host name why not, and which one is probably meant. */
final class HostNameProblems {
  /** A URL in its widest sense; its first group is the host, its second the port with a colon. */
  static final Pattern URL =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/@]*@)?([^/:?#]+)(:\\d+)?([/?#].*)?");

  /** An IP address, its first group, and a port, its second. */
  static final Pattern ADDRESS_WITH_PORT = Pattern.compile("([0-9.]+|\\[.*]):(\\d+)");

  private HostNameProblems() {}

  /** Reports a text that is no host name. */
  static void report(Rule rule, String host, FieldPath path, FindingCollector findings) {
    findings.add(
        rule,
        path,
        "expected a DNS name in lowercase, found `" + Quoted.shortened(host) + "`: " + why(host),
        remedy(host, path));
  }

  /** Returns the address that a text is, in any of the ways of writing one. */
  static Optional<IpAddress> address(String text) {
    String bare = text.replaceAll("^\\[(.*)\\]$", "$1").replaceAll("\\.$", "");
    return IpAddress.parse(bare).or(() -> IpAddress.parse(withoutLeadingZeros(bare)));
  }

  static String withoutLeadingZeros(String address) {
    return address.indexOf(':') < 0 ? address.replaceAll("(?<=^|\\.)0+(?=\\d)", "") : address;
  }

  /** Returns the A-labels of an international name; empty if it has none. */
  static String ascii(String host) {
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return NameGrammar.isHost(ascii) ? ascii : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Returns the host of what may be a URL, or a host and a port. */
  private static String bare(String text) {
    Matcher url = URL.matcher(text);
    return url.matches() ? url.group(1) : text;
  }

  private static String why(String host) {
    if (host.isEmpty()) {
      return "the name is empty";
    }
    if (host.length() > NameGrammar.SUBDOMAIN) {
      return "the name has " + host.length() + " characters, and 253 are allowed";
    }
    if (address(host).isPresent()) {
      return "an IP address is not a DNS name";
    }
    if (!bare(host).equals(host)) {
      return "a scheme, port or path is not allowed";
    }
    if (host.indexOf('*') >= 0) {
      return "a wildcard is not allowed";
    }
    if (host.indexOf('_') >= 0) {
      return "`_` is not allowed";
    }
    if (!host.equals(host.toLowerCase(Locale.ROOT))) {
      return "uppercase letters are not allowed";
    }
    if (host.endsWith(".")) {
      return "a dot at the end is not allowed";
    }
    for (String part : host.split("\\.", -1)) {
      if (part.isEmpty()) {
        return "a part between dots is empty";
      }
      if (part.length() > NameGrammar.LABEL) {
        return "a part has " + part.length() + " characters, and 63 are allowed";
      }
    }
    return NameGrammar.isNumeric(NameGrammar.lastPart(host))
        ? "the last part must not be a number"
        : "only letters, digits and `-` are allowed, without `-` at the start or end of a part";
  }

  private static String remedy(String host, FieldPath path) {
    String fixed =
        bare(host.strip())
            .toLowerCase(Locale.ROOT)
            .replaceAll("^\\*\\.|\\.$", "")
            .replace('_', '-');
    boolean sure = NameGrammar.isHost(fixed) && fixed.indexOf('.') > 0 && host.indexOf('_') < 0;
    return sure && host.indexOf('*') < 0
        ? "Write " + FieldLine.of(path, fixed)
        : "Write the name of one host, such as " + FieldLine.of(path, "httpbin.org");
  }
}
