package io.egressalias.benchmark;

/** The declared platform of the aliases. */
enum Cluster {
  UNDECLARED("not declared", ""),
  TODAY("Istio 1.27, Kubernetes 1.34", "  platform: {istio: \"1.27\", kubernetes: \"1.34\"}\n"),
  NO_MESH("no mesh", "  platform: {istio: none}\n"),
  NO_MESH_TODAY("no mesh, Kubernetes 1.34", "  platform: {istio: none, kubernetes: \"1.34\"}\n");

  private final String title;
  private final String platform;

  Cluster(String title, String platform) {
    this.title = title;
    this.platform = platform;
  }

  String title() {
    return title;
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
