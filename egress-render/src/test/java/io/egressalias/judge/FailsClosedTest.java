package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.model.EgressAlias;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * If an object of an alias that originates TLS is missing, not visible or outdated, no plaintext
 * leaves. Istio's code decides where calls of drawn aliases, and of the hosts of their
 * ServiceEntries, end.
 *
 * <p>5,000 aliases: {@code EGRESS_JUDGE=/path/to/judge mvn -B -Pjudge -pl egress-render -am test}.
 * Without the profile there are 100, or the number in {@code -Degress.routed}.
 */
final class FailsClosedTest {
  private static final int ALIASES = Integer.getInteger("egress.routed", 100);
  private static final int ALIASES_OF_A_CALL = 250;

  /** Plaintext that leaves; {@code plaintext to no endpoint} and {@code to the dialled} do not. */
  private static final Pattern PLAINTEXT =
      Pattern.compile(
          "call \\S+://(?<host>[^:]+)\\S* .*cluster=outbound\\|(?<port>\\d+)\\|[^|]*\\|a(?<alias>\\d+)\\.shop\\.\\S+"
              + " carried=plaintext(?! to no endpoint).*");

  private static final Pattern TLS = Pattern.compile("call \\S+ .*carried=tls\\(sni=.*");

  private static final List<RoutedAlias> DRAWN = new ArrayList<>();

  /** The place of the sidecar of the caller. */
  private enum Caller {
    SELECTED("--namespace", "shop", "--label", "app=curl"),
    UNSELECTED("--namespace", "shop", "--dns-proxy"),
    ELSEWHERE("--namespace", "elsewhere", "--registry-only");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> options;

    Caller(String... options) {
      this.options = List.of(options);
    }
  }

  @BeforeAll
  static void draw() {
    JqwikSession.start();
    try {
      Sampler sampler = new Sampler(Long.getLong("egress.seed", 1));
      for (int i = 0; i < ALIASES; i++) {
        DRAWN.add(RoutedAlias.draw(sampler, i));
        JqwikSession.finishTry();
      }
    } finally {
      JqwikSession.finish();
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingObjectsNeverSendPlaintext(ClusterState state, @TempDir Path scratch)
      throws Exception {
    List<String> leaks = new ArrayList<>();
    int originated = 0;
    for (int from = 0; from < ALIASES; from += ALIASES_OF_A_CALL) {
      List<RoutedAlias> some = DRAWN.subList(from, Math.min(ALIASES, from + ALIASES_OF_A_CALL));
      String manifests = manifests(state, some);
      for (Caller caller : Caller.values()) {
        for (String line : calls(some, manifests, caller, scratch)) {
          originated += TLS.matcher(line).matches() ? 1 : 0;
          if (leaks(line) && !isKnown(state, caller, line)) {
            leaks.add(caller + ": " + line);
          }
        }
      }
    }
    assertEquals(List.of(), leaks);
    boolean closed =
        state == ClusterState.ENTRY_IS_MISSING || state == ClusterState.RULE_IS_MISSING;
    assertEquals(
        closed || state == ClusterState.RULE_HAS_ANOTHER_HOST, originated == 0, "TLS calls");
  }

  /** Each alias is in one of its earlier versions, consecutive aliases in consecutive versions. */
  private static String manifests(ClusterState state, List<RoutedAlias> aliases) {
    StringBuilder manifests = new StringBuilder();
    int number = 0;
    for (RoutedAlias alias : aliases) {
      int version = alias.before().isEmpty() ? 0 : number++;
      for (ObjectNode object : alias.in(state, version)) {
        manifests.append("---\n").append(object).append('\n');
      }
    }
    return manifests.toString();
  }

  private static List<String> calls(
      List<RoutedAlias> aliases, String manifests, Caller caller, Path scratch) throws Exception {
    Judge judge = Judge.inOffice(scratch);
    List<String> options = new ArrayList<>(caller.options);
    for (RoutedAlias alias : aliases) {
      for (String call : alias.calls()) {
        options.addAll(List.of("--call", call));
      }
    }
    Path file = Files.writeString(scratch.resolve("manifests.yaml"), manifests);
    List<String> lines = judge.envoy(file, options);
    assertTrue(lines.size() >= aliases.size(), "calls that were answered");
    return lines;
  }

  private static boolean leaks(String line) {
    Matcher plaintext = PLAINTEXT.matcher(line);
    return plaintext.matches()
        && alias(plaintext).originates(Integer.parseInt(plaintext.group("port")));
  }

  /**
   * The only limit, which README.md documents: without the route, a pod that the rule does not
   * select can call the host of the ServiceEntry directly.
   */
  private static boolean isKnown(ClusterState state, Caller caller, String line) {
    Matcher plaintext = PLAINTEXT.matcher(line);
    return (state == ClusterState.ROUTE_IS_MISSING || state == ClusterState.ROUTE_IS_NOT_EXPORTED)
        && caller != Caller.SELECTED
        && plaintext.matches()
        && plaintext.group("host").endsWith(EgressAlias.ROUTED_DOMAIN)
        && alias(plaintext).alias().workloadSelector().isPresent();
  }

  private static RoutedAlias alias(Matcher plaintext) {
    return DRAWN.get(Integer.parseInt(plaintext.group("alias")));
  }
}
