package io.egressalias.lint;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A set of manifests in which the linter finds nothing that needs a change. */
record RightSet(String name, List<ObjectNode> objects) {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path RULES =
      Path.of("../egress-model/src/main/resources/io/egressalias/rules");

  /** The Istio release of the judge, and manifests that are all there are. */
  private static final LintOptions OPTIONS =
      LintArguments.of("# args: --istio 1.31 --kubernetes 1.36 --complete");

  /** Our own output, the right sets of the rules, and the cases and tables without findings. */
  static List<RightSet> all() {
    List<RightSet> sets = new ArrayList<>();
    for (Path file : files(RESOURCES.resolve("golden"), ".approved.yaml")) {
      add(sets, String.valueOf(file.getFileName()), text(file));
    }
    for (Path file : files(RULES, "right.yaml")) {
      if (file.toString().contains("EGA11")) {
        add(sets, String.valueOf(file), text(file));
      }
    }
    for (ManifestCase each : ManifestCase.own()) {
      add(sets, each.id(), each.input());
    }
    tables().forEach(row -> add(sets, row.toString(), row.input()));
    return sets;
  }

  private static List<TlsTablesTest.Row> tables() {
    try {
      return TlsTablesTest.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(List<RightSet> sets, String name, String text) {
    List<ObjectNode> objects = new ArrayList<>();
    for (Object document : Readers.yaml12(text)) {
      JsonNode tree = JsonMapper.shared().valueToTree(document);
      if (tree instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    if (!objects.isEmpty() && !isFound(ManifestMutation.text(objects), Severity.WARNING)) {
      sets.add(new RightSet(name, objects));
    }
  }

  /** Returns whether the linter finds what is at least as severe. */
  static boolean isFound(String text, Severity least) {
    return found(text).stream().anyMatch(each -> each.severity().compareTo(least) >= 0);
  }

  static List<Diagnostic> found(String text) {
    return ManifestLinter.run(List.of(Source.of("in.yaml", text)), OPTIONS);
  }

  /** Returns the namespace of a workload that makes the calls. */
  String namespace() {
    return objects.stream()
        .map(object -> object.at("/metadata/namespace").asString("default"))
        .filter(namespace -> !namespace.startsWith("istio-"))
        .findFirst()
        .orElse("default");
  }

  /** Returns the labels that a rule selects, as options of the judge. */
  List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (ObjectNode object : objects) {
      object
          .at("/spec/workloadSelector/matchLabels")
          .properties()
          .forEach(
              label ->
                  labels.addAll(
                      List.of("--label", label.getKey() + "=" + label.getValue().asString())));
    }
    return labels;
  }

  /** Returns a call of each port of each Service and ServiceEntry. */
  List<String> calls() {
    Set<String> calls = new TreeSet<>();
    for (ObjectNode object : objects) {
      String kind = object.path("kind").asString();
      if (kind.equals("Service")) {
        String host =
            object.at("/metadata/name").asString()
                + "."
                + object.at("/metadata/namespace").asString("default")
                + ".svc.cluster.local";
        object.at("/spec/ports").forEach(port -> add(calls, host, port, "port", ""));
      } else if (kind.equals("ServiceEntry")) {
        String address = object.at("/spec/addresses/0").asString("").replaceFirst("/.*", "");
        for (JsonNode host : object.at("/spec/hosts")) {
          String called = host.asString().replace("*", "www");
          object.at("/spec/ports").forEach(port -> add(calls, called, port, "number", address));
        }
      }
    }
    return List.copyOf(calls);
  }

  private static void add(
      Set<String> calls, String host, JsonNode port, String number, String address) {
    String protocol = port.path("protocol").asString("");
    if (protocol.equals("UDP")) {
      return;
    }
    String word =
        port.has("appProtocol")
            ? port.path("appProtocol").asString()
            : number.equals("port") ? port.path("name").asString("") : protocol;
    String place = host + ":" + port.path(number).asInt();
    String at =
        address.isEmpty() ? "" : "@" + (address.contains(":") ? "[" + address + "]" : address);
    calls.add(scheme(word.toLowerCase(Locale.ROOT)) + "://" + place + at);
  }

  private static String scheme(String word) {
    if (word.startsWith("https") || word.startsWith("tls")) {
      return "tls";
    }
    return word.startsWith("http") || word.startsWith("grpc") || word.contains("h2c")
        ? "http"
        : "tcp";
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
