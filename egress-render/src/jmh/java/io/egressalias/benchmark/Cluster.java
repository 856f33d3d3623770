package io.egressalias.benchmark;

/** The declared platform of the aliases. */
enum Cluster {
  UNDECLARED(""),
  TODAY("  platform: {istio: \"1.27\", kubernetes: \"1.34\"}\n"),
  NO_MESH("  platform: {istio: none}\n"),
  NO_MESH_TODAY("  platform: {istio: none, kubernetes: \"1.34\"}\n");

  private final String platform;

  Cluster(String platform) {
    this.platform = platform;
  }

  /** Returns the start of a declaration, up to its aliases. */
  String head() {
    return """
    ---
    apiVersion: egressalias.io/v1alpha1
    kind: EgressAliases
    metadata:
      name: benchmark
    spec:
    """
        + platform
        + """
          namespace: shop
          aliases:
        """;
  }
}
