package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.golden.Dimension.Authority;
import io.egressalias.golden.Dimension.Destination;
import io.egressalias.golden.Dimension.Encryption;
import io.egressalias.golden.Dimension.Plane;
import io.egressalias.golden.Dimension.Wire;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Waypoint;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Envoy, configured by Istio's code, carries the traffic of a golden of each kind to servers that
 * report what arrives. The word {@code verified} stands for an experiment: no byte reaches a server
 * whose certificate has another name or an unknown authority.
 */
final class CarryTest {
  private static final Pattern RESULT = Pattern.compile("(?m)^(?:ok   |FAIL )(\\S+) -> (\\S+)");

  enum Kind {
    SIMPLE_OVER_HTTP(is(Encryption.SIMPLE, Wire.HTTP, Destination.HOST)),
    SIMPLE_OVER_HTTP_ON_8443(is(Encryption.SIMPLE, Wire.WEB, Destination.HOST)),
    SIMPLE_OVER_HTTP2(is(Encryption.SIMPLE, Wire.HTTP2, Destination.HOST)),
    SIMPLE_OVER_GRPC(is(Encryption.SIMPLE, Wire.GRPC, Destination.HOST)),
    SIMPLE_OVER_TCP(is(Encryption.SIMPLE, Wire.TCP, Destination.HOST)),
    SIMPLE_TO_IPV4(
        to(Encryption.SIMPLE, Destination.V4)
            .and(each -> Set.of(Wire.TCP, Wire.REDIS, Wire.MONGO).contains(each.wire()))),
    SIMPLE_TO_IPV6(to(Encryption.SIMPLE, Destination.V6)),
    MUTUAL_BY_FILES(is(Encryption.FILES, Wire.HTTP, Destination.HOST)),
    MUTUAL_BY_FILES_TO_BOTH_FAMILIES(to(Encryption.FILES, Destination.DUAL)),
    MUTUAL_BY_CREDENTIAL(is(Encryption.CREDENTIAL, Wire.GRPC, Destination.HOST)),
    MUTUAL_BY_CREDENTIAL_OVER_TCP(is(Encryption.CREDENTIAL, Wire.TCP, Destination.HOST)),
    WITHOUT_THE_LABEL(Situation.UNLABELLED, is(Encryption.CREDENTIAL, Wire.GRPC, Destination.HOST)),
    WITHOUT_THE_LABEL_OVER_TCP(
        Situation.UNLABELLED, is(Encryption.CREDENTIAL, Wire.TCP, Destination.HOST)),
    WITH_THE_LABEL_ELSEWHERE(
        Situation.ELSEWHERE, is(Encryption.CREDENTIAL, Wire.GRPC, Destination.HOST)),
    TLS_OF_THE_WORKLOAD(is(Encryption.DISABLE, Wire.TLS, Destination.DUAL)),
    CLEAR_TEXT(
        to(Encryption.DISABLE, Destination.V4)
            .and(each -> each.wire() == Wire.HTTP)
            .or(to(Encryption.DISABLE, Destination.V6).and(each -> each.wire() == Wire.HTTP))),
    CLEAR_TEXT_TO_ANOTHER_PORT(is(Encryption.DISABLE, Wire.MAPPED, Destination.HOST)),
    HOST_HEADER_OF_THE_WORKLOAD(
        to(Encryption.SIMPLE, Destination.HOST)
            .and(each -> each.authority() == Authority.PRESERVED)),
    DETECTED(
        is(Encryption.DISABLE, Wire.DETECTED, Destination.V4)
            .or(is(Encryption.DISABLE, Wire.DETECTED, Destination.V6))
            .or(is(Encryption.DISABLE, Wire.DETECTED, Destination.DUAL))),
    AUTHORITY(
        is(Encryption.SIMPLE, Wire.GRPC, Destination.V4)
            .and(each -> each.authority() == Authority.REWRITTEN)),
    MIXED_PORTS(is(Encryption.MIX, Wire.REDIS, Destination.HOST)),
    HOST_OF_A_CLOSED_MESH(
        Situation.REGISTRY_ONLY,
        is(Encryption.DISABLE, Wire.TLS, Destination.HOST)
            .and(each -> each.policy() == Dimension.Policy.REGISTRY_ONLY)),
    WAYPOINT_OVER_HTTP(by(Plane.WAYPOINT, Encryption.SIMPLE)),
    WAYPOINT_WITH_MIXED_PORTS(by(Plane.WAYPOINT, Encryption.MIX)),
    WAYPOINT_WITH_CREDENTIAL_OVER_GRPC(by(Plane.WAYPOINT, Encryption.CREDENTIAL)),
    WAYPOINT_OF_ENROLLED_NAMESPACE_IN_CLEAR_TEXT(
        by(Plane.WAYPOINT, Encryption.DISABLE).and(each -> each.destination() == Destination.V4)),
    WAYPOINT_OF_ENROLLED_NAMESPACE_WITH_CREDENTIAL(by(Plane.WAYPOINT, Encryption.CREDENTIAL)),
    WAYPOINT_ELSEWHERE_WITH_CREDENTIAL(by(Plane.ELSEWHERE, Encryption.CREDENTIAL)),
    WAYPOINT_ELSEWHERE_TO_IPV4(by(Plane.ELSEWHERE, Encryption.SIMPLE)),
    WAYPOINT_OF_ENROLLED_NAMESPACE_OVER_GRPC(by(Plane.OF_NAMESPACE, Encryption.SIMPLE));

    private final Situation situation;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Predicate<Combination> golden;

    Kind(Predicate<Combination> golden) {
      this(Situation.INSIDE, golden);
    }

    Kind(Situation situation, Predicate<Combination> golden) {
      this.situation = situation;
      this.golden = golden;
    }

    private static Predicate<Combination> is(Encryption tls, Wire wire, Destination destination) {
      return each ->
          each.encryption() == tls && each.wire() == wire && each.destination() == destination;
    }

    private static Predicate<Combination> to(Encryption tls, Destination destination) {
      return each -> each.encryption() == tls && each.destination() == destination;
    }

    private static Predicate<Combination> by(Plane plane, Encryption tls) {
      return each -> each.plane() == plane && each.encryption() == tls;
    }

    private boolean isOfWaypoint() {
      return name().startsWith("WAYPOINT_");
    }

    GoldenFile golden() {
      return Matrix.kept().stream()
          .filter(golden)
          .filter(each -> isOfWaypoint() == (each.plane() != Plane.SIDECARS))
          .map(each -> new GoldenFile(each.name()))
          .filter(each -> isOfWaypoint() || Carried.leftOut(each).isEmpty())
          .findFirst()
          .orElseThrow();
    }

    /** The options for the workload, or for the waypoint that carries its calls. */
    List<String> options(GoldenFile golden) {
      if (!isOfWaypoint()) {
        return situation.options();
      }
      String namespace =
          golden.platform().waypoint().orElseThrow() instanceof Waypoint.Named named
              ? named.namespace().orElse("shop")
              : "shop";
      List<String> options =
          new ArrayList<>(List.of("--namespace", "shop", "--waypoint", "waypoint." + namespace));
      if (name().contains("_OF_ENROLLED_NAMESPACE_")) {
        options.add("--enroll");
      }
      return options;
    }
  }

  @ParameterizedTest
  @EnumSource
  void trafficArrivesAsDeclared(Kind kind, @TempDir Path folder) throws IOException {
    GoldenFile golden = kind.golden();
    ClusterContents cluster = new ClusterContents();
    cluster.add(golden, objects -> {});
    EgressAlias alias = golden.alias();
    List<ServicePort> ports =
        alias.ports().stream().filter(port -> port.protocol() == Protocol.TCP).toList();
    List<ExpectedCall> expected =
        ExpectedCall.of(alias, golden.platform(), kind.situation, cluster.clusterIp(golden.name()));
    List<WireCall> calls = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      calls.add(WireCall.of(alias, ports.get(i), expected.get(i)));
    }
    carry(folder, cluster.yaml(), kind.options(golden), calls);
  }

  @Test
  void trafficOfTheTaskPageArrivesAsDeclared(@TempDir Path folder) throws IOException {
    Path page = Path.of("../examples/external-services/egress.yaml");
    String manifests =
        ManifestYaml.write(
            ManifestRenderer.render(
                DeclarationReader.read(page.toString(), Files.readString(page))));
    WireCall httpbin =
        new WireCall(
            "http://my-httpbin@203.0.113.99",
            Set.of("passthrough"),
            List.of("203.0.113.99:80", "plaintext", "unchanged", "host=my-httpbin", "status=200"));
    WireCall wikipedia =
        new WireCall(
            "tls://en.wikipedia.org@10.96.0.2",
            Set.of("91.198.174.192:443", "198.35.26.96:443"),
            List.of("own-tls", "sni=en.wikipedia.org", "unchanged", "status=200"));
    carry(folder, manifests, List.of(), List.of(httpbin, wikipedia));
  }

  private static void carry(
      Path folder, String manifests, List<String> options, List<WireCall> calls)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", Tool.at("EGRESS_CALLS").toString()));
    command.add(Files.writeString(folder.resolve("manifests.yaml"), manifests).toString());
    command.addAll(options);
    calls.forEach(call -> command.addAll(List.of("--call", call.argument())));
    Map<String, String> programs =
        Map.of("JUDGE", Tool.at("EGRESS_JUDGE").toString(), "ENVOY", Tool.at("ENVOY").toString());
    Tool.Result result = Tool.run(command, programs);
    assertEquals(0, result.status(), result::toString);
    List<MatchResult> lines = RESULT.matcher(result.out()).results().toList();
    assertEquals(calls.size(), lines.size(), result::out);
    for (int i = 0; i < calls.size(); i++) {
      WireCall call = calls.get(i);
      String reached = lines.get(i).group(2);
      assertEquals(call.url(), lines.get(i).group(1));
      assertTrue(
          call.servers().isEmpty() ? reached.equals("nothing") : call.servers().contains(reached),
          result::out);
    }
  }
}
