package io.egressalias.check;

import io.egressalias.model.IstioProtocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.Set;

/**
 * Protocols that start in clear text and switch to TLS when the client asks. The protocol or the
 * name of a port identifies them.
 */
final class Starttls {
  private static final Set<String> WORDS =
      Set.of(
          "mysql",
          "mariadb",
          "postgres",
          "postgresql",
          "pgsql",
          "pg",
          "mssql",
          "sqlserver",
          "tds",
          "smtp",
          "imap",
          "pop3",
          "ftp",
          "ldap",
          "xmpp");

  /** Port numbers on which the same protocols start with TLS. */
  private static final Set<Integer> TLS_AT_ONCE =
      Set.of(465, 563, 636, 989, 990, 992, 993, 994, 995, 3269, 5223);

  private Starttls() {}

  static boolean isSpokenOn(ResolvedPort port) {
    if (TLS_AT_ONCE.contains(port.targetNumber())) {
      return false;
    }
    return port.protocol().orElse(null) == IstioProtocol.MYSQL
        || saysSo(port.declared().name().orElse(""));
  }

  private static boolean saysSo(String name) {
    for (String word : name.split("-", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
