package io.egressalias.benchmark;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the same aliases in the form that each command reads. */
final class Inputs {
  private static final String FUNCTION =
      """
      metadata:
        name: "$name"
        annotations:
          config.kubernetes.io/function: |
            exec:
              path: $launcher
      """;

  private final Path scratch;
  private final Path launcher;

  Inputs(Path scratch, Path launcher) {
    this.scratch = scratch;
    this.launcher = launcher;
  }

  /** Returns a declaration of the first aliases. */
  String declaration(int size) {
    return write(size + ".yaml", head("metadata: {name: beside}\n") + aliases(0, size));
  }

  /** Returns the same aliases as JSON, for programs that have no declarations. */
  String values(int size) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add("{" + alias(i) + "}");
    }
    return write(size + ".json", "{\"aliases\": [\n" + String.join(",\n", lines) + "\n]}\n");
  }

  /** Returns the list of resources that kustomize passes to a function. */
  String resourceList(int size) {
    String configuration = head("metadata: {name: beside}\n") + aliases(0, size);
    return write(
        size + ".list.yaml",
        "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n"
            + configuration.indent(2));
  }

  /** Returns a kustomization with some of the first aliases in each of its generators. */
  String generators(int configurations, int each) {
    Path folder = scratch.resolve("generators-" + configurations + "-" + each);
    StringBuilder kustomization = new StringBuilder("generators:\n");
    for (int i = 0; i < configurations; i++) {
      String metadata =
          FUNCTION.replace("$name", "beside-" + i).replace("$launcher", launcher.toString());
      write(folder.resolve(i + ".yaml"), head(metadata) + aliases(i * each, each));
      kustomization.append("- ").append(i).append(".yaml\n");
    }
    write(folder.resolve("kustomization.yaml"), kustomization.toString());
    return folder.toString();
  }

  /** Returns the rendered objects of a declaration. */
  String objects(int size) {
    String declaration = read(Path.of(declaration(size)));
    return write(
        size + ".objects.yaml",
        ManifestYaml.write(
            ManifestRenderer.render(DeclarationReader.read("egress.yaml", declaration))));
  }

  /** Returns a kustomization of rendered objects. */
  String resources(String name, String objects) {
    Path folder = scratch.resolve(name);
    write(folder.resolve("objects.yaml"), objects);
    write(folder.resolve("kustomization.yaml"), "resources: [objects.yaml]\n");
    return folder.toString();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(String metadata) {
    return "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliases\n"
        + metadata
        + "spec:\n  aliases:\n";
  }

  private static String aliases(int first, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      text.append("  - {").append(alias(i)).append(", \"tls\": {\"mode\": \"DISABLE\"}}\n");
    }
    return text.toString();
  }

  private static String alias(int number) {
    String target =
        number % 2 == 0
            ? "\"endpoints\": [\"91.198.174.192\", \"198.35.26.96\"]"
            : "\"externalName\": \"api.partner-" + number + ".com\"";
    String port =
        number % 2 == 0
            ? "{\"name\": \"tls\", \"port\": 443}"
            : "{\"name\": \"http\", \"port\": 80}";
    return "\"name\": \"partner-" + number + "\", " + target + ", \"ports\": [" + port + "]";
  }

  private String write(String name, String text) {
    return write(scratch.resolve(name), text).toString();
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
