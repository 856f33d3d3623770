package io.egressalias.launcher;

/** Two versions of one declaration. */
public final class Versions {
  private Versions() {}

  /** Most objects change between the versions, some are unchanged, and some exist in one only. */
  public static String declaration(int version, int aliases) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: egressalias.io/v1alpha1
            kind: EgressAliases
            metadata: {name: test}
            spec:
              aliases:
            """);
    for (int i = 0; i < aliases; i++) {
      boolean stays = i % 10 == 0;
      boolean comesAndGoes = i % 10 == 1;
      text.append("  - name: alias-%s%s\n".formatted(i, comesAndGoes ? "-only-in-" + version : ""));
      text.append("    externalName: %s.example.com\n".formatted(stays ? "always" : "v" + version));
      text.append("    ports: [{name: http, port: 80}]\n    tls: {mode: DISABLE}\n");
    }
    return text.toString();
  }
}
