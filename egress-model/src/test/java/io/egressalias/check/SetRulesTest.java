package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.Disable;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules about several aliases: shared ports, and names of namespaces. */
final class SetRulesTest {

  /** Aliases such as {@code web.shop=a.example.com:tcp-db:5432}, one declaration for each. */
  private static List<Diagnostic> found(Rule rule, String platform, String aliases) {
    List<EgressAliases> set = new ArrayList<>();
    for (String text : List.of(aliases.split(" "))) {
      int equals = text.indexOf('=');
      int colon = text.indexOf(':');
      int dot = text.indexOf('.');
      EgressAlias alias =
          Given.alias(text.substring(equals + 1, colon))
              .name(text.substring(0, dot))
              .namespace(text.substring(dot + 1, equals))
              .addPorts(Given.port(text.substring(colon + 1)))
              .tls(new Disable())
              .build();
      set.add(EgressAliases.of(Given.platform(platform), List.of(alias)));
    }
    return Checks.check(set).stream().filter(d -> d.rule() == rule).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.20          | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5432  | error 1
          1.20          | a.shop=a.example.com:mongo:5432 b.stock=b.example.com:redis:5432   | error 1
          1.20          | a.shop=a.example.com:db:5432 b.shop=b.example.com::5432            | error 1
          undeclared    | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5432  | warning 1
          1.21          | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5432  | ''
          none          | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5432  | ''
          registry-only | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5432  | ''
          1.20          | a.shop=a.example.com:tcp-db:5432 b.shop=b.example.com:tcp-db:5433  | ''
          1.20          | a.shop=a.example.com:tcp-db:5432 b.shop=a.example.com:tcp-db:5432  | ''
          1.20          | a.shop=a.example.com:tls:443 b.shop=b.example.com:tls:443          | ''
          1.20          | a.shop=a.example.com:http:80 b.shop=b.example.com:http:80          | ''
          1.20          | a.shop=a.example.com:tcp-db:5432 b.shop=10.20.0.10:tcp-db:5432     | ''
          """)
  void twoExternalNamesMustNotShareATcpPort(String platform, String aliases, String expected) {
    assertEquals(
        expected,
        found(Rule.TCP_PORT_TWICE, platform, aliases).stream()
            .map(d -> d.severity().word() + " " + d.document())
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data.shop=a.example.com:tls:443 b.data=b.example.com:tls:443     | 1
          b.data=b.example.com:tls:443 data.shop=a.example.com:tls:443     | 1
          shop.shop=a.example.com:tls:443                                  | 0
          default.shop=a.example.com:tls:443                               | 0
          kube-system.shop=a.example.com:tls:443                           | 0
          istio-system.shop=a.example.com:tls:443                          | 0
          data.shop=10.20.0.10:tls:443 b.data=b.example.com:tls:443        | ''
          data.shop=a.example.com:tls:443 b.shop=b.example.com:tls:443     | ''
          """)
  void nameOfANamespaceIsAnInfo(String aliases, String expected) {
    for (String platform : List.of("1.27", "none")) {
      assertEquals(
          expected,
          found(Rule.NAME_OF_NAMESPACE, platform, aliases).stream()
              .map(d -> Integer.toString(d.document()))
              .collect(Collectors.joining(", ")));
    }
  }
}
