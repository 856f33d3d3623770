package io.egressalias.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the function, the plugin and each verb once on a small sample, so that Java can write an
 * archive of the classes that they load. The launcher starts it in an empty directory.
 */
final class Training {
  private static final String SPEC =
      """
      spec:
        namespace: default
        labels:
          team: sample
        platform:
          istio: "1.27"
          kubernetes: "1.34"
        aliases:
        - name: a
          externalName: a.example.com
          authority: a.example.com
          ports:
          - name: http
            port: 80
            targetPort: 443
          - {name: tls, port: 443, tls: {mode: DISABLE}}
          tls:
            mode: SIMPLE
        - name: b
          endpoints:
          - 10.20.0.10
          - fd00:20::10
          ports:
          - name: tcp-b
            port: 5432
          tls:
            mode: DISABLE
        - name: c
          externalName: c.example.com
          ports:
          - name: http
            port: 80
      """;

  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: sample
      """
          + SPEC;

  private static final String DECLARATION_FILE = "egress.yaml";
  private static final String MANIFEST_FILE = "manifests.yaml";

  private static final String[][] RUNS = {
    {"render", DECLARATION_FILE, "-o", MANIFEST_FILE},
    {"render", DECLARATION_FILE},
    {"render", "-"},
    {"lint", DECLARATION_FILE},
    {"check", DECLARATION_FILE, "--against", MANIFEST_FILE},
    {"plan", "--from", DECLARATION_FILE, "--to", DECLARATION_FILE},
    {"list", DECLARATION_FILE},
    {"explain", "EGA0301"},
    {"fmt", DECLARATION_FILE},
    {"import", MANIFEST_FILE},
    {"schema"},
    {"init"},
    {"completion", "bash"},
    {"render", "--help"},
    {"--version"},
  };

  private final Path directory;

  private Training(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs everything once.
   *
   * @param args the directory for the files of the sample
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    new Training(Path.of(args[0])).run();
  }

  private void run() throws IOException, ClassNotFoundException {
    Class.forName("io.egressalias.cli.Main");
    Files.writeString(directory.resolve(DECLARATION_FILE), DECLARATION);
    new Plugin(terminal(resourceList())).function();
    new Plugin(terminal("")).legacy(DECLARATION_FILE);
    for (String[] arguments : RUNS) {
      Egress.run(arguments, terminal(DECLARATION));
    }
  }

  private static String resourceList() {
    return """
    apiVersion: config.kubernetes.io/v1
    kind: ResourceList
    items:
    - apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: sample
        annotations:
          config.kubernetes.io/local-config: "true"
    functionConfig:
    """
        + DECLARATION.indent(2);
  }

  private Terminal terminal(String input) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        directory,
        Interactive.of(""));
  }
}
