package io.egressalias.cli;

import io.egressalias.internal.text.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An example that {@code egress init} prints. The build copies the declarations and the titles from
 * the directory {@code examples}.
 *
 * @param name the name of the directory
 */
record Topic(String name) {
  /** The simplest first. */
  static final List<String> NAMES =
      List.of(
          "external-services",
          "tls-origination",
          "mutual-tls",
          "ambient",
          "tls-passthrough",
          "tls-for-all",
          "mixed-ports",
          "tcp-database",
          "mysql",
          "mongo",
          "redis",
          "kafka",
          "grpc-service",
          "http2-websocket",
          "udp-dns",
          "headless",
          "company-proxy",
          "move-into-cluster",
          "moved-service",
          "ingress-controller");

  static final Topic SIMPLEST = new Topic(NAMES.get(0));

  /** Returns the topic with a name; empty: none. */
  static Optional<Topic> of(String name) {
    return NAMES.contains(name) ? Optional.of(new Topic(name)) : Optional.empty();
  }

  /** Returns the name that an unknown name probably means; empty: none. */
  static Optional<String> nearest(String name) {
    Optional<String> misspelled = Suggestions.of(name, NAMES);
    return misspelled.isPresent() || name.isEmpty()
        ? misspelled
        : NAMES.stream().filter(topic -> topic.contains(name)).findFirst();
  }

  /** Returns the declaration with its comments. */
  String declaration() throws IOException {
    return resource("egress.yaml");
  }

  /** Returns the title of the example, in one line. */
  String title() throws IOException {
    String readme = resource("README.md");
    return readme.substring("# ".length(), readme.indexOf('\n'));
  }

  private String resource(String file) throws IOException {
    String path = "examples/" + name + "/" + file;
    try (InputStream in = Topic.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the jar has no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
