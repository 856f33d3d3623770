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

/** What is kept of a set is little, and finds the same as if all of it were kept. */
final class SetChecksTest {

  @Test
  void entriesOfOneHashAreKeptApart() {
    Seen seen = new Seen();
    for (int number = 0; number < 1000; number++) {
      seen.add(7, number);
      seen.add(Seen.hash(0, "other " + number), number);
    }
    List<Integer> found = new ArrayList<>();
    for (int n = seen.next(7, Seen.NONE); n != Seen.NONE; n = seen.next(7, n)) {
      found.add(n);
    }
    assertEquals(1000, found.stream().distinct().count());
    assertEquals(1000, found.size());
    assertEquals(999, seen.next(Seen.hash(0, "other 999"), Seen.NONE));
    assertEquals(Seen.NONE, seen.next(Seen.hash(0, "other 1000"), Seen.NONE));
  }

  @Test
  void findsEveryAliasThatIsDeclaredAlready() {
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

  /** The place of a finding, and the place that its message names. */
  private static String places(Diagnostic diagnostic) {
    String first = diagnostic.message().replaceFirst(".* as `", "").replace("`", "");
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

  @Test
  void earlierDeclarationsAreAskedForWhereTheyAreNeeded() {
    List<Integer> asked = new ArrayList<>();
    List<EgressAliases> set = new ArrayList<>();
    for (String name : List.of("one", "two", "three", "two")) {
      set.add(EgressAliases.of(Given.MESH, List.of(alias(name))));
    }
    SetChecks checks =
        new SetChecks(
            number -> {
              asked.add(number);
              return set.get(number);
            });
    set.forEach(checks::check);
    assertEquals(List.of(1), asked);
  }
}
