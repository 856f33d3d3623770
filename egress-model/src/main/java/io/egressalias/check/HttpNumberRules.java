package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import io.egressalias.resolve.Capability;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Set;

/** The rule about HTTP on the port number of another protocol. */
final class HttpNumberRules implements AliasRule {
  /**
   * Port numbers on which servers expect TLS or the protocol of a database.
   *
   * @see <a
   *     href="https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml">
   *     Port numbers</a>
   */
  private static final Set<Integer> NOT_HTTP =
      Set.of(
          443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 3306, 5061, 5432, 5671, 6379, 6443,
          8443, 8883, 27017);

  /**
   * The numbers of FTP, SSH, SMTP, POP3, IMAP and MySQL, in which the server sends first. The HTTP
   * listener of a number waits for the client of every other host on that number.
   */
  private static final Set<Integer> SERVER_FIRST = Set.of(21, 22, 25, 110, 143, 587, 3306);

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    boolean listens =
        alias.platform().istio().present()
            && (!alias.resolved().isExternalNameService()
                || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform()));
    if (!listens) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).speaksHttp()) {
        number(alias, ports.get(i), alias.port(i).key("port"), findings);
      }
    }
  }

  private static void number(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    int number = port.number();
    String word = port.protocol().orElse(IstioProtocol.HTTP).word();
    if (NOT_HTTP.contains(number)
        && PlatformFact.HTTP_BESIDE_OTHERS.isLaterThan(alias.platform())) {
      findings.add(
          Rule.HTTP_ON_TLS_PORT,
          path,
          "the protocol `%s` on port `%s` captures the traffic to all other hosts on that port"
              .formatted(word, number),
          otherThanHttp(alias, port));
    } else if (SERVER_FIRST.contains(number)) {
      findings.add(
          Rule.HTTP_ON_TLS_PORT,
          Severity.WARNING,
          path,
          "the protocol `%s` on port `%s` makes sidecars wait for the client on all connections to that"
                  .formatted(word, number)
              + " port, so a connection to another server that sends first hangs",
          otherThanHttp(alias, port));
    } else if (isClear(alias, port) && NOT_HTTP.contains(number)) {
      findings.add(
          Rule.HTTP_ON_TLS_PORT,
          Severity.WARNING,
          path,
          "the protocol `%s` on port `%s` sends unencrypted HTTP, and servers on that port usually expect %s"
              .formatted(word, number, usual(number)),
          otherThanHttp(alias, port));
    }
  }

  /** Returns whether HTTP in clear text reaches a number of another protocol on the server. */
  private static boolean isClear(AliasScope alias, ResolvedPort port) {
    return alias.resolved().isExternal()
        && !port.originates()
        && NOT_HTTP.contains(port.targetNumber());
  }

  private static String usual(int number) {
    IstioProtocol usual = LikelyProtocol.ofNumber(number, false);
    return usual == IstioProtocol.TLS ? "TLS" : "the protocol of a database";
  }

  /**
   * The remedy for HTTP on a number that is common for other protocols. It depends on what the
   * alias supports.
   */
  private static String otherThanHttp(AliasScope alias, ResolvedPort port) {
    boolean mapsNoPorts = !alias.resolved().support(Capability.MAP_PORTS).possible();
    String moved =
        "`port: %s` and `targetPort: %s`".formatted(alias.freeHttpPort(null), port.targetNumber());
    if (port.originates()) {
      return "Write " + moved;
    }
    IstioProtocol usual = LikelyProtocol.ofNumber(port.number(), false);
    String named =
        port.declared().appProtocol().isPresent()
            ? "appProtocol: " + usual.word()
            : "name: " + (usual == IstioProtocol.TCP ? "tcp-" + port.number() : usual.word());
    String unlike =
        usual.isTls()
            ? "if the workload itself encrypts the traffic"
            : "if the port does not carry HTTP";
    if (alias.declared().headless()) {
      return "Write `%s` %s, or remove `clusterIP` and write %s".formatted(named, unlike, moved);
    }
    if (mapsNoPorts) {
      return "Write `%s` %s, or write %s, and `tls: {mode: SIMPLE}` to originate TLS"
          .formatted(named, unlike, moved);
    }
    if (usual.isTls() && alias.resolved().isExternal()) {
      String sni = alias.resolved().host().isPresent() ? "" : ", sni: api.example.com";
      return "Declare `tls: {mode: SIMPLE%s}` if the server expects TLS, or write `%s` %s, or write %s"
              .formatted(sni, named, unlike, moved)
          + " if the server accepts unencrypted HTTP";
    }
    return "Write %s, or write `%s` %s".formatted(moved, named, unlike);
  }
}
