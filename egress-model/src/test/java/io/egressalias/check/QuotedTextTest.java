package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests findings about hostile text, and about names that resemble those of protocols. */
final class QuotedTextTest {
  private static final String HOSTILE = "a\n::error::b\u001b[31m\u2028\ud800";

  @Test
  void textOfTheUserIsEscapedInFindings() {
    EgressAlias alias =
        EgressAlias.builder()
            .name(HOSTILE)
            .namespace(HOSTILE)
            .putLabels(HOSTILE, HOSTILE)
            .putAnnotations(HOSTILE, "")
            .externalName(HOSTILE)
            .authority(HOSTILE)
            .addPorts(ServicePort.builder().name(HOSTILE).port(80).appProtocol(HOSTILE).build())
            .tls(ClientTls.simple())
            .build();
    List<Diagnostic> found =
        Checks.check(List.of(EgressAliases.of(Platform.undeclared(), List.of(alias, alias))));
    assertTrue(found.size() > 6, found::toString);
    for (Diagnostic finding : found) {
      String text = finding.path() + finding.message() + finding.remedy();
      assertFalse(text.codePoints().anyMatch(QuotedTextTest::isHostile), finding::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tcp-ldap, 389, true",
    "tcp-ldap, 636, false",
    "tcp-imap, 143, true",
    "tcp-imap, 993, false"
  })
  void starttlsFollowsFromTheNameUnlessThePortNumberIsForTls(
      String name, int port, boolean refused) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("a")
            .namespace("shop")
            .externalName("directory.example.com")
            .addPorts(ServicePort.of(name, port))
            .tls(ClientTls.simple())
            .build();
    assertEquals(
        refused,
        Checks.check(alias, Platform.undeclared()).stream()
            .anyMatch(finding -> finding.rule() == Rule.STARTTLS));
  }

  private static boolean isHostile(int character) {
    return Character.isISOControl(character)
        || character == '\u2028'
        || Character.getType(character) == Character.SURROGATE;
  }
}
