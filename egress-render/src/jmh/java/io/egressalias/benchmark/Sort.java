package io.egressalias.benchmark;

/**
 * A kind of alias for each row of README.md's table of rendered objects, two for the routed form.
 */
enum Sort {
  ADDRESSES(
      Cluster.UNDECLARED,
      """
        - name: $name
          endpoints: [$first, $second]
          ports:
          - {name: tls, port: 443}
          tls: {mode: DISABLE}
      """),
  HOST(
      Cluster.UNDECLARED,
      """
        - name: $name
          externalName: $host
          ports:
          - {name: http, port: 80}
          tls: {mode: DISABLE}
      """),
  HOST_AS_ALIAS(
      Cluster.TODAY,
      """
        - name: $name
          externalName: $host
          ports:
          - {name: https, port: 443}
      """),
  SLICES(
      Cluster.TODAY,
      """
        - name: $name
          labels: {app.kubernetes.io/part-of: shop}
          endpoints: [$first, $second, "2600:1f18::$number"]
          ports:
          - {name: tls, port: 443}
      """),
  ROUTED_HOST(
      Cluster.TODAY,
      """
        - name: $name
          externalName: $host
          authority: $host
          ports:
          - {name: http, port: 80, targetPort: 443}
          tls: {mode: SIMPLE}
      """),
  ROUTED_ADDRESSES(
      Cluster.TODAY,
      """
        - name: $name
          labels: {app.kubernetes.io/part-of: shop}
          endpoints: [$first, $second]
          ports:
          - {name: tcp-db, port: 6432}
          tls:
            mode: MUTUAL
            sni: $host
            clientCertificate: /etc/certs/client.pem
            privateKey: /etc/certs/client.key
      """),
  PODS(
      Cluster.TODAY,
      """
        - name: $name
          selector: {app.kubernetes.io/name: $name}
          ports:
          - {name: http, port: 80, targetPort: web}
      """),
  HOST_WITHOUT_MESH(
      Cluster.NO_MESH,
      """
        - name: $name
          externalName: $host
      """),
  ADDRESSES_WITHOUT_MESH(
      Cluster.NO_MESH,
      """
        - name: $name
          endpoints: [$first, $second]
          ports:
          - {name: postgres, port: 5432}
      """),
  SLICES_WITHOUT_MESH(
      Cluster.NO_MESH_TODAY,
      """
        - name: $name
          endpoints: [$first, $second]
          ports:
          - {name: postgres, port: 5432, targetPort: 6432}
      """);

  private static final int BYTE = 250;

  private final Cluster cluster;
  private final String alias;

  Sort(Cluster cluster, String alias) {
    this.cluster = cluster;
    this.alias = alias;
  }

  Cluster cluster() {
    return cluster;
  }

  /** Returns an alias as part of a declaration; aliases with different numbers share nothing. */
  String alias(int number) {
    String low = number / BYTE + "." + number % BYTE;
    return alias
        .replace("$name", "partner-" + number)
        .replace("$host", "api.partner-" + number + ".com")
        .replace("$first", "91.198." + low)
        .replace("$second", "198.35." + low)
        .replace("$number", Integer.toString(number + 1));
  }
}
