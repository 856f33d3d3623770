package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests aliases that refer to other aliases of the set. */
final class CircleRuleTest {

  /** Each word is an alias of the namespace {@code shop} and its external name. */
  private static EgressAliases declaration(String words) {
    EgressAliases.Builder declaration =
        EgressAliases.builder().platform(Given.MESH).namespace("shop");
    for (String word : words.split(" ", -1)) {
      String[] parts = word.split(">", -1);
      declaration.addAliases(
          EgressAlias.builder()
              .name(parts[0])
              .externalName(parts[1].replace("*", ".svc.cluster.local"))
              .addPorts(ServicePort.of("tls", 443))
              .build());
    }
    return declaration.build();
  }

  private static List<String> circles(List<EgressAliases> set) {
    List<String> circles = new ArrayList<>();
    for (Diagnostic diagnostic : Checks.check(set)) {
      if (diagnostic.rule() == Rule.CIRCLE) {
        circles.add(
            diagnostic.document()
                + ":"
                + diagnostic.path().toString().replaceAll("\\D", "")
                + ":"
                + diagnostic.severity().word());
      }
    }
    return circles;
  }

  /** Documents are separated by a slash, and a place is a document and an alias. */
  @ParameterizedTest
  @CsvSource({
    "a>b.shop* b>a.shop*, 0:1:error",
    "a>b.shop.svc b>a.shop*, 0:1:error",
    "a>b.shop* b>c.shop* c>a.shop*, 0:2:error",
    "c>a.shop* a>b.shop* b>c.shop*, 0:2:error",
    "a>b.shop* / b>a.shop.svc, 1:0:error",
    "a>b.shop* / b>c.shop* / c>a.shop* d>a.shop*, 2:0:error",
    "a>b.shop* b>a.shop* c>d.shop* d>c.shop*, 0:1:error 0:3:error",
    "a>b.shop* b>c.data* c>a.shop*, ''",
    "a>b.shop* b>example.com, ''",
    "a>b.shop* c>b.shop* b>d.data*, ''",
    "a>a.shop*, ''",
    "a>b.shop.svc.clusterset.local b>a.shop*, ''",
    "a>b.shop* a>c.shop* b>a.data*, ''"
  })
  void circlesAreReportedOnce(String set, String circles) {
    List<EgressAliases> declarations = new ArrayList<>();
    for (String words : set.split(" / ", -1)) {
      declarations.add(declaration(words));
    }
    assertEquals(circles, String.join(" ", circles(declarations)));
  }

  /** In this order each alias is in front of a chain of all others. */
  @Test
  void longChainsAreSearchedInLinearTime() {
    StringBuilder words = new StringBuilder("a0>end.data*");
    for (int i = 1; i < 50_000; i++) {
      words.append(" a").append(i).append(">a").append(i - 1).append(".shop*");
    }
    assertEquals(List.of(), circles(List.of(declaration(words.toString()))));
    words.append(" end>a49999.shop* last>first.shop* first>last.shop*");
    assertEquals(List.of("0:50002:error"), circles(List.of(declaration(words.toString()))));
  }
}
