package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a sidecar, and the destinations of calls of its workload, computed by
 * Istio's code in the program that {@code EGRESS_JUDGE} names.
 */
public final class Sidecar {
  /** The outcome of a call that reaches nothing. */
  static final String NOTHING = "nothing";

  /** The outcome of a call that the sidecar passes through. */
  static final String DIALLED = "whatever was dialled, as it was sent";

  private static final Pattern CLUSTER =
      Pattern.compile("cluster (?<name>\\S+) (?<type>\\S+) .*endpoints=\\[(?<endpoints>.*)]");
  private static final Pattern ROUTE =
      Pattern.compile(
          "route \\S+ vhost=(?<vhost>\\S+) .* to=(?<cluster>\\S+) host-rewrite=(?<host>\\S+)");
  private static final Pattern CALL =
      Pattern.compile(
          "call (?<url>\\S+) address=(?<address>\\S*)(?: error=\".*\")? listener=\\S*"
              + "(?: vhost=(?<vhost>\\S+))? cluster=(?<cluster>\\S*)(?: carried=(?<carried>.*))?");

  /** Matches before every endpoint, and at no other place between the brackets. */
  private static final Pattern BETWEEN_ENDPOINTS = Pattern.compile(" (?=\\S+:\\d+=)");

  private final Map<String, List<String>> endpoints = new HashMap<>();
  private final Set<String> dialling = new HashSet<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<String, String> calls = new HashMap<>();

  private Sidecar() {}

  /**
   * Returns the sidecar of a workload that makes calls; without a judge the test is skipped.
   *
   * @param options such as {@code --registry-only}
   * @param calls such as {@code http://my-httpbin}
   */
  public static Sidecar of(String manifests, List<String> options, List<String> calls) {
    List<String> command = new ArrayList<>(List.of(Tool.at("EGRESS_JUDGE").toString(), "envoy"));
    command.addAll(options);
    calls.forEach(call -> command.addAll(List.of("--call", call)));
    try {
      Path file = Files.createTempFile("egress-judge", ".yaml");
      try {
        command.add(Files.writeString(file, manifests).toString());
        Tool.Result result = Tool.run(command, Map.of());
        assertEquals(0, result.status(), result::err);
        return parse(result.out());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sidecar parse(String output) {
    Sidecar sidecar = new Sidecar();
    output.lines().forEach(sidecar::line);
    return sidecar;
  }

  /**
   * Returns the outcome of a call: {@link #NOTHING}, {@link #DIALLED}, or the format of {@link
   * #reached}.
   */
  public String outcome(String call) {
    String outcome = calls.get(call);
    if (outcome == null) {
      throw new IllegalArgumentException("not called: " + call);
    }
    return outcome;
  }

  /**
   * Returns the outcome of a call that reaches endpoints.
   *
   * @param endpoints addresses with their ports and encryption, such as {@code
   *     192.0.2.1:80=plaintext}
   * @param host the Host header, if the sidecar changes it
   */
  static String reached(List<String> endpoints, @Nullable String host) {
    String all = String.join(" | ", endpoints.stream().sorted().toList());
    return host == null ? all : all + " Host: " + host;
  }

  private void line(String line) {
    Matcher cluster = CLUSTER.matcher(line);
    if (cluster.matches() && cluster.group("type").equals("ORIGINAL_DST")) {
      dialling.add(cluster.group("name"));
    } else if (cluster.matches()) {
      String list = cluster.group("endpoints");
      endpoints.put(
          cluster.group("name"),
          list.isEmpty() ? List.of() : Arrays.asList(BETWEEN_ENDPOINTS.split(list)));
    }
    Matcher route = ROUTE.matcher(line);
    if (route.matches()) {
      hosts.put(route.group("vhost") + route.group("cluster"), route.group("host"));
    }
    Matcher call = CALL.matcher(line);
    if (call.matches()) {
      calls.put(call.group("url"), outcome(call));
    }
  }

  private String outcome(Matcher call) {
    String cluster = call.group("cluster");
    if (cluster.equals("PassthroughCluster")) {
      // A cluster IP leads to the endpoints of its Service. Every Service with endpoints is known
      // to the sidecar, so this one has none.
      return call.group("address").startsWith("10.96.") ? NOTHING : DIALLED;
    }
    if (dialling.contains(cluster)) {
      return call.group("address") + "=" + call.group("carried");
    }
    List<String> reached = endpoints.getOrDefault(cluster, List.of());
    return reached.isEmpty() ? NOTHING : reached(reached, hosts.get(call.group("vhost") + cluster));
  }
}
