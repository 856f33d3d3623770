package io.egressalias.render;

import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * The subsets of a DestinationRule, to which the routes of an alias refer: one for each TLS that
 * its ports use. A route to a missing subset fails, so that an alias without its rule sends nothing
 * instead of plaintext.
 *
 * <p>The name of a subset states the treatment of the traffic: {@code tls} and {@code tls-<port>}
 * originate TLS, {@code plain-<port>-<port>} do not. The name of the plain subset lists its ports.
 * If a port changes between plaintext and TLS, an old rule therefore has no subset for the new
 * route.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset">Subset</a>
 */
final class Subsets {
  private static final String TLS = "tls";
  private static final String PLAIN = "plain-";

  /** Istio requires the name of a subset to be a DNS label. */
  private static final int LONGEST_NAME = 63;

  private static final int HASH_DIGITS = 16;

  private final Map<String, ObjectNode> tlsByName = new LinkedHashMap<>();
  private final Map<Integer, String> nameByPort = new LinkedHashMap<>();
  private final ObjectNode top;

  private Subsets(ObjectNode top) {
    this.top = top;
  }

  /** Returns the subsets of an alias, in the order of the first port of each. */
  static Subsets of(ResolvedAlias alias) {
    List<ResolvedPort> plain = new ArrayList<>();
    ObjectNode top = ClientTlsSettings.disable();
    boolean originates = false;
    for (ResolvedPort port : alias.ports()) {
      if (port.originates()) {
        top = originates ? top : ClientTlsSettings.of(port.tls());
        originates = true;
      } else {
        plain.add(port);
      }
    }
    Subsets subsets = new Subsets(top);
    String nameOfPlain = plainName(plain);
    for (ResolvedPort port : alias.ports()) {
      ObjectNode tls = ClientTlsSettings.of(port.tls());
      String name = port.originates() ? tlsName(tls, top, port) : nameOfPlain;
      subsets.tlsByName.put(name, tls);
      subsets.nameByPort.put(port.number(), name);
    }
    return subsets;
  }

  /** Returns the TLS settings of each subset, by the name of the subset. */
  Map<String, ObjectNode> tlsByName() {
    return tlsByName;
  }

  /**
   * Returns the TLS settings of calls without a subset: those of the first subset that originates
   * TLS.
   */
  ObjectNode top() {
    return top;
  }

  /** Returns the name of the subset for the traffic to a port. */
  String name(ResolvedPort port) {
    return Objects.requireNonNull(nameByPort.get(port.number()), "a port of another alias");
  }

  private static String tlsName(ObjectNode tls, ObjectNode top, ResolvedPort port) {
    return tls.equals(top) ? TLS : TLS + "-" + port.number();
  }

  private static String plainName(List<ResolvedPort> ports) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (ResolvedPort port : ports) {
      numbers.add(port.number());
    }
    StringBuilder name = new StringBuilder(PLAIN);
    for (int number : numbers) {
      name.append(name.length() == PLAIN.length() ? "" : "-").append(number);
    }
    return name.length() <= LONGEST_NAME ? name.toString() : PLAIN + hash(name.toString());
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
