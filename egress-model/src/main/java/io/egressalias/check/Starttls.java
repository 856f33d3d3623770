package io.egressalias.check;

import io.egressalias.model.IstioProtocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protocols whose connections do not start with TLS: the server sends unencrypted bytes first, or
 * waits for the client to request TLS. The protocol or the name of a port identifies them. The
 * number identifies them if the name contains nothing about the application.
 */
final class Starttls {
  private static final String SSH = "ssh";

  /** Port numbers on which the same protocols start with TLS. */
  private static final Set<Integer> TLS_AT_ONCE =
      Set.of(465, 563, 636, 989, 990, 992, 993, 994, 995, 3269, 5223);

  private Starttls() {}

  /** Returns the word that identifies such a protocol; null: the server may start with TLS. */
  static @Nullable String word(ResolvedPort port) {
    return port.speaksHttp()
        ? null
        : word(
            port.declared().name().orElse(""),
            port.protocol().orElse(null) == IstioProtocol.MYSQL,
            port.targetNumber());
  }

  /** Returns the word for a port with a name and a number. */
  static @Nullable String word(String name, boolean mysql, int number) {
    if (TLS_AT_ONCE.contains(number)) {
      return null;
    }
    if (mysql) {
      return IstioProtocol.MYSQL.word();
    }
    List<String> words = PortWords.of(name);
    for (String word : words) {
      if (!otherName(word).isEmpty()) {
        return word;
      }
    }
    return PortWords.isBare(words) ? ofNumber(number) : null;
  }

  private static @Nullable String ofNumber(int number) {
    return switch (number) {
      case 21 -> "ftp";
      case 22 -> SSH;
      case 25, 587 -> "smtp";
      case 110 -> "pop3";
      case 143 -> "imap";
      case 389 -> "ldap";
      default -> null;
    };
  }

  /** Returns whether the protocol has its own encryption, so that no client requests TLS. */
  static boolean isSsh(String word) {
    return word.equals(SSH) || word.equals("sftp");
  }

  /**
   * Returns the name of a port for a server that starts with TLS instead; empty if the word does
   * not identify such a protocol.
   */
  static String otherName(String word) {
    return switch (word) {
      case "mysql",
          "mariadb",
          "postgres",
          "postgresql",
          "pgsql",
          "pg",
          "mssql",
          "sqlserver",
          "tds" ->
          "tcp-db";
      case "smtp", "submission", "lmtp", "imap", "pop3", "sieve", "nntp" -> "tcp-mail";
      case "ftp" -> "tcp-files";
      case "ldap" -> "tcp-directory";
      case "xmpp" -> "tcp-chat";
      case "rdp" -> "tcp-desktop";
      case SSH, "sftp" -> "tcp-tunnel";
      default -> "";
    };
  }
}
