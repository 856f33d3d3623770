package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.golden.ExpectedCall;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Waypoint;
import io.egressalias.resolve.ResolvedAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In an ambient mesh, a call of an alias that originates TLS leaves the waypoint with the declared
 * TLS, or does not leave: while the waypoint or an object of the alias is missing, not visible or
 * outdated. Sidecars of the same mesh do the same with the same objects.
 *
 * <p>For each kind of waypoint there are half as many aliases as for {@link FailsClosedTest}. Every
 * second alias is complete; the others are in the other states, in turn.
 */
final class WaypointFailsClosedTest {
  private static final int ALIASES = Integer.getInteger("egress.routed", 100) / 2;
  private static final int ALIASES_OF_A_CALL = 250;

  private static final Pattern CALL =
      Pattern.compile(
          "call \\w+://a(?<alias>\\d+)\\.shop:(?<port>\\d+) address=\\S+ (?<way>.*?)"
              + "(?:carried=(?<carried>.*))?");

  private static final Map<Waypoint, List<RoutedAlias>> DRAWN = new HashMap<>();

  /** The namespaces of sidecars. */
  private enum Sidecars {
    SHOP,
    ELSEWHERE,
    WITH_THE_WAYPOINT;

    List<String> options() {
      return switch (this) {
        case SHOP -> List.of("--namespace", RoutedAlias.NAMESPACE);
        case ELSEWHERE -> List.of("--namespace", "elsewhere", "--registry-only");
        case WITH_THE_WAYPOINT -> List.of("--namespace", AmbientMesh.EGRESS);
      };
    }
  }

  /**
   * A call that arrived, or did not.
   *
   * @param way the components that carried it
   * @param carried the encryption, and the destination
   */
  private record Arrival(
      RoutedAlias alias, ClusterState state, ServicePort port, String way, String carried) {

    boolean originates() {
      return alias.originates(port.port());
    }

    /** The name of a missing Service has no address. */
    boolean isPlaintext() {
      boolean unknownName =
          state == ClusterState.SERVICE_IS_MISSING && carried.endsWith("to the dialled address");
      return carried.startsWith("plaintext") && !carried.contains(" no endpoint") && !unknownName;
    }

    boolean needsFilesOrSecret() {
      return ResolvedAlias.of(alias.alias(), alias.platform()).needsFilesOrSecret();
    }

    boolean needsSecret() {
      return alias.alias().tls(port).orElse(null) instanceof Origination tls
          && tls.credentialName().isPresent();
    }

    /** The encryption of all endpoints; empty if there are none. */
    List<String> sockets() {
      return carried.startsWith("tls(")
          ? Pattern.compile("tls\\([^)]*\\)")
              .matcher(carried)
              .results()
              .map(found -> found.group())
              .distinct()
              .toList()
          : List.of();
    }

    List<String> declared() {
      return List.of(ExpectedCall.socket(alias.alias(), port));
    }
  }

  @BeforeAll
  static void draw() {
    JqwikSession.start();
    try {
      for (Waypoint waypoint : AmbientMesh.WAYPOINTS) {
        Sampler sampler = new Sampler(Long.getLong("egress.seed", 1));
        List<RoutedAlias> drawn = new ArrayList<>();
        for (int i = 0; i < ALIASES; i++) {
          drawn.add(RoutedAlias.draw(sampler, i, waypoint));
          JqwikSession.finishTry();
        }
        DRAWN.put(waypoint, drawn);
      }
    } finally {
      JqwikSession.finish();
    }
  }

  @ParameterizedTest
  @EnumSource
  void waypointSendsDeclaredTlsOrNothing(AmbientMesh mesh, @TempDir Path scratch) throws Exception {
    Judge judge = Judge.inOffice(scratch);
    List<Arrival> arrivals = new ArrayList<>();
    for (List<RoutedAlias> aliases : parts(mesh.waypoint())) {
      Path file = write(scratch, aliases, turn(mesh), mesh.documents());
      List<String> lines = judge.waypoint(file, options(mesh.options(), aliases));
      arrivals.addAll(arrivals(lines, mesh.waypoint(), turn(mesh)));
    }
    arrivals.removeIf(arrival -> !arrival.originates());
    assertEquals("", told(arrivals.stream().filter(Arrival::isPlaintext).toList()));
    List<Arrival> wrong =
        arrivals.stream()
            .filter(arrival -> arrival.state() == ClusterState.COMPLETE)
            .filter(
                arrival -> !arrival.sockets().equals(mesh.works() ? arrival.declared() : List.of()))
            .toList();
    assertEquals("", told(wrong));
  }

  /**
   * A sidecar has no access to the files and the Secret of a waypoint, so that it must send nothing
   * for an alias that needs them. The only limit: the rule of a waypoint in another namespace
   * applies to all proxies of that namespace, and a sidecar there sends plaintext for a Secret.
   */
  @ParameterizedTest
  @EnumSource
  void sidecarsSendDeclaredTlsOrNothing(Sidecars sidecars, @TempDir Path scratch) throws Exception {
    Judge judge = Judge.inOffice(scratch);
    for (Waypoint waypoint : AmbientMesh.WAYPOINTS) {
      boolean limited =
          sidecars == Sidecars.WITH_THE_WAYPOINT
              && waypoint.equals(Waypoint.named("waypoint", AmbientMesh.EGRESS));
      List<Arrival> arrivals = new ArrayList<>();
      for (List<RoutedAlias> aliases : parts(waypoint)) {
        Path file = write(scratch, aliases, turn(sidecars), "");
        List<String> lines = judge.envoy(file, options(sidecars.options(), aliases));
        arrivals.addAll(arrivals(lines, waypoint, turn(sidecars)));
      }
      arrivals.removeIf(arrival -> !arrival.originates());
      List<Arrival> plaintext = arrivals.stream().filter(Arrival::isPlaintext).toList();
      assertEquals("", told(plaintext.stream().filter(a -> !limited || !a.needsSecret()).toList()));
      assertEquals(limited, !plaintext.isEmpty(), "plaintext for a Secret");
      List<Arrival> wrong =
          arrivals.stream()
              .filter(arrival -> arrival.state() == ClusterState.COMPLETE)
              .filter(arrival -> !limited || !arrival.needsFilesOrSecret())
              .filter(
                  arrival ->
                      !arrival
                          .sockets()
                          .equals(arrival.needsFilesOrSecret() ? List.of() : arrival.declared()))
              .toList();
      assertEquals("", told(wrong));
    }
  }

  /** The drawn aliases have every kind of TLS. */
  @Test
  void everyKindIsDrawn() {
    List<RoutedAlias> all = DRAWN.values().stream().flatMap(List::stream).toList();
    assertTrue(all.stream().anyMatch(a -> isSecret(a.alias())), "Secrets");
    assertTrue(all.stream().anyMatch(a -> !isSecret(a.alias())), "no Secrets");
  }

  private static boolean isSecret(EgressAlias alias) {
    return alias.ports().stream()
        .map(port -> alias.tls(port).orElse(null))
        .anyMatch(tls -> tls instanceof Origination o && o.credentialName().isPresent());
  }

  private static List<List<RoutedAlias>> parts(Waypoint waypoint) {
    List<RoutedAlias> drawn = DRAWN.getOrDefault(waypoint, List.of());
    List<List<RoutedAlias>> parts = new ArrayList<>();
    for (int from = 0; from < drawn.size(); from += ALIASES_OF_A_CALL) {
      parts.add(drawn.subList(from, Math.min(drawn.size(), from + ALIASES_OF_A_CALL)));
    }
    return parts;
  }

  /**
   * The state of an alias.
   *
   * @param turn shifts the states, so that an alias is in other states in another situation
   */
  private static ClusterState state(RoutedAlias alias, int turn) {
    int number = number(alias);
    ClusterState[] all = ClusterState.values();
    return number % 2 == 0 ? ClusterState.COMPLETE : all[(number / 2 + turn) % all.length];
  }

  private static int turn(Enum<?> situation) {
    return Math.floorMod(situation.name().hashCode(), ClusterState.values().length);
  }

  private static int number(RoutedAlias alias) {
    return Integer.parseInt(alias.alias().name().substring(1));
  }

  private static Path write(Path scratch, List<RoutedAlias> aliases, int turn, String others)
      throws IOException {
    StringBuilder manifests = new StringBuilder(others);
    for (RoutedAlias alias : aliases) {
      alias
          .in(state(alias, turn), number(alias) + turn)
          .forEach(object -> manifests.append("---\n").append(object).append('\n'));
    }
    return Files.writeString(scratch.resolve("manifests.yaml"), manifests);
  }

  private static List<String> options(List<String> place, List<RoutedAlias> aliases) {
    List<String> options = new ArrayList<>(place);
    for (RoutedAlias alias : aliases) {
      alias.callsOfAlias().forEach(call -> options.addAll(List.of("--call", call)));
    }
    return options;
  }

  private static List<Arrival> arrivals(List<String> lines, Waypoint waypoint, int turn) {
    List<RoutedAlias> drawn = DRAWN.getOrDefault(waypoint, List.of());
    List<Arrival> arrivals = new ArrayList<>();
    for (String line : lines) {
      Matcher call = CALL.matcher(line);
      assertTrue(call.matches(), line);
      RoutedAlias alias = drawn.get(Integer.parseInt(call.group("alias")));
      int number = Integer.parseInt(call.group("port"));
      ServicePort port =
          alias.alias().ports().stream().filter(p -> p.port() == number).findFirst().orElseThrow();
      String carried = Optional.ofNullable(call.group("carried")).orElse("nothing");
      arrivals.add(new Arrival(alias, state(alias, turn), port, call.group("way"), carried));
    }
    return arrivals;
  }

  private static String told(List<Arrival> arrivals) {
    return arrivals.stream()
        .map(
            a ->
                "%s %s:%d declared %s: %scarried=%s%n"
                    .formatted(
                        a.state(),
                        a.alias().alias().name(),
                        a.port().port(),
                        a.declared(),
                        a.way(),
                        a.carried()))
        .collect(Collectors.joining());
  }
}
