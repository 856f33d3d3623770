package io.egressalias.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.plan.Plan;
import io.egressalias.plan.PlanScript;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies the output of {@code render} and {@code plan} for the steps of an alias's life; after
 * each step the API server holds exactly the rendered objects.
 */
final class LifecycleTest {
  private static final String KINDS =
      "services,endpointslices,serviceentries,destinationrules,virtualservices";
  private static final String ENDPOINTS = "endpoints";
  private static final int TRIES = 40;

  @Test
  void eachStepLeavesTheDeclaredObjects() throws IOException {
    Kubectl kubectl = Kubectl.find();
    List<String> steps = List.of("1-clear-text", "2-tls", "3-addresses", "4-moved-in");
    walk(
        kubectl,
        steps.stream()
            .map(step -> Path.of("..", "examples", "lifecycle", step + ".yaml"))
            .map(LifecycleTest::read)
            .toList());
  }

  /** Every transition from one declaration to another, and back. */
  @ParameterizedTest
  @CsvSource({
    "host, addresses",
    "host, tls",
    "host, pods",
    "host, headless",
    "host, sixes",
    "host, endpoints",
    "addresses, tls",
    "addresses, pods",
    "addresses, headless",
    "addresses, sixes",
    "addresses, endpoints",
    "tls, pods",
    "tls, headless",
    "tls, sixes",
    "tls, endpoints",
    "pods, headless",
    "pods, sixes",
    "pods, endpoints",
    "headless, sixes",
    "headless, endpoints",
    "datagrams, both",
    "both, swapped",
    "both, renamed",
    "endpoints, sixes",
    "pods, both"
  })
  void planAndReversePlanRestoreTheObjects(String here, String there) {
    Kubectl kubectl = Kubectl.find();
    walk(kubectl, List.of(alias(here), alias(there), alias(here)));
  }

  private static void walk(Kubectl kubectl, List<String> declarations) {
    List<Manifest> held = List.of();
    for (String declaration : declarations) {
      List<Manifest> wanted =
          ManifestRenderer.render(DeclarationReader.read("egress.yaml", declaration));
      Plan plan = Plan.between(held, wanted);
      kubectl.script(PlanScript.write(plan, m -> ManifestYaml.write(List.of(m)))).ok();
      holds(kubectl, wanted);
      assertEquals(0, Plan.between(wanted, wanted).steps().size());
      held = wanted;
    }
    String delete = ManifestYaml.write(ManifestOrder.DELETE.arrange(held));
    kubectl.run(delete, "delete", "-f", "-").ok();
    holds(kubectl, List.of());
  }

  private static void holds(Kubectl kubectl, List<Manifest> wanted) {
    Set<String> names = new TreeSet<>();
    wanted.forEach(m -> names.add(m.kind() + " " + m.name()));
    Set<String> now = names(kubectl, wanted);
    for (int i = 0; i < TRIES && !now.equals(names); i++) {
      now = names(kubectl, wanted);
    }
    assertEquals(names, now);
    for (Manifest manifest : wanted) {
      String text =
          kubectl.run("", "get", resource(manifest), manifest.name(), "-o", "json").ok().out();
      List<String> missing = new ArrayList<>();
      subset(manifest.tree(), JsonMapper.shared().readTree(text), manifest.name(), missing);
      assertEquals(List.of(), missing);
    }
  }

  private static String resource(Manifest manifest) {
    String version = manifest.apiVersion();
    int slash = version.indexOf('/');
    return manifest.kind()
        + (slash < 0 ? "" : "." + version.substring(slash + 1) + "." + version.substring(0, slash));
  }

  /** The objects of the namespace, without those that controllers create by design. */
  private static Set<String> names(Kubectl kubectl, List<Manifest> wanted) {
    boolean pods = wanted.stream().anyMatch(m -> m.tree().path("spec").has("selector"));
    String kinds = pods ? KINDS : KINDS + "," + ENDPOINTS;
    JsonNode list =
        JsonMapper.shared().readTree(kubectl.run("", "get", kinds, "-o", "json").ok().out());
    Set<String> names = new TreeSet<>();
    for (JsonNode item : list.path("items")) {
      String name = item.path("metadata").path("name").asString();
      String manager =
          item.at("/metadata/labels/endpointslice.kubernetes.io~1managed-by").asString("");
      boolean mirrored = manager.startsWith("endpointslicemirroring");
      boolean ofPods = pods && manager.startsWith("endpointslice-controller");
      if (!name.equals("kubernetes") && !mirrored && !ofPods) {
        names.add(item.path("kind").asString() + " " + name);
      }
    }
    return names;
  }

  /** The server must have every value that we wrote, and no additional list items. */
  private static void subset(JsonNode ours, JsonNode theirs, String path, List<String> missing) {
    if (ours.isObject()) {
      ours.properties()
          .forEach(
              e -> subset(e.getValue(), theirs.path(e.getKey()), path + "." + e.getKey(), missing));
    } else if (ours.isArray() && ours.size() == theirs.size()) {
      for (int i = 0; i < ours.size(); i++) {
        subset(ours.get(i), theirs.path(i), path + "[" + i + "]", missing);
      }
    } else if (!ours.equals(theirs) && !path.endsWith(".apiVersion")) {
      missing.add(path + ": " + ours + " is " + theirs);
    }
  }

  private static String alias(String kind) {
    String ports = "[{name: http, port: 80}]";
    String rest =
        switch (kind) {
          case "host" -> "externalName: httpbin.org, tls: {mode: DISABLE}";
          case "addresses", "endpoints" -> "endpoints: [10.20.0.10], tls: {mode: DISABLE}";
          case "sixes" -> "endpoints: [\"fd00:20::10\"], tls: {mode: DISABLE}";
          case "headless" -> "endpoints: [10.20.0.10], clusterIP: None, tls: {mode: DISABLE}";
          case "tls" -> "externalName: httpbin.org, tls: {mode: SIMPLE}";
          case "pods" -> "selector: {app: httpbin}";
          default -> "endpoints: [10.20.0.10], tls: {mode: DISABLE}";
        };
    ports =
        switch (kind) {
          case "tls" -> "[{name: http, port: 80, targetPort: 443}]";
          case "datagrams" -> "[{name: udp-dns, port: 53, protocol: UDP}]";
          case "both" -> "[{name: udp-dns, port: 53, protocol: UDP}, {name: tcp-dns, port: 53}]";
          case "swapped" -> "[{name: tcp-dns, port: 53}, {name: udp-dns, port: 53, protocol: UDP}]";
          case "renamed" -> "[{name: udp-d, port: 53, protocol: UDP}, {name: tcp-d, port: 53}]";
          default -> ports;
        };
    return """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: lifecycle}
        spec:
          platform: {kubernetes: "%s", istio: "1.27"}
          namespace: default
          aliases: [{name: my-httpbin, ports: %s, %s}]
        """
        .formatted(kind.equals("endpoints") ? "1.32" : "1.34", ports, rest);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
