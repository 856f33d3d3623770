package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checking a set one declaration at a time gives the same findings as checking it at once. */
final class SetChecksTest {

  @Test
  void everyDuplicateAliasIsReported() {
    Random random = new Random(11);
    List<EgressAliases> set = new ArrayList<>();
    Map<String, String> firsts = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (int document = 0; document < 40; document++) {
      EgressAliases.Builder declaration = EgressAliases.builder().platform(Given.MESH);
      int aliases = random.nextInt(30);
      for (int index = 0; index < aliases; index++) {
        String name = "a" + random.nextInt(900);
        declaration.addAliases(alias(name));
        String place = document + " spec.aliases[" + index + "]";
        String first = firsts.putIfAbsent(name, place);
        if (first != null) {
          expected.add(place + " " + first);
        }
      }
      set.add(declaration.build());
    }
    List<String> found = new ArrayList<>();
    for (Diagnostic diagnostic : Checks.check(set)) {
      if (diagnostic.rule() == Rule.DUPLICATE_OBJECT) {
        found.add(places(diagnostic));
      }
    }
    assertEquals(expected, found);
  }

  /** The place of a finding, and the place in its message. */
  private static String places(Diagnostic diagnostic) {
    String first = diagnostic.message().replaceFirst(".* at `", "").replace("`", "");
    String[] parts = first.split(" of document ", -1);
    int document = parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : diagnostic.document();
    String path = diagnostic.path().toString().replaceFirst("\\.name$", "");
    return diagnostic.document() + " " + path + " " + document + " " + parts[0];
  }

  private static EgressAlias alias(String name) {
    return EgressAlias.builder()
        .name(name)
        .externalName("example.com")
        .addPorts(ServicePort.of("tls", 443))
        .tls(ClientTls.disable())
        .build();
  }
}
