package io.egressalias.golden;

import io.egressalias.golden.Dimension.Authority;
import io.egressalias.golden.Dimension.Cluster;
import io.egressalias.golden.Dimension.Destination;
import io.egressalias.golden.Dimension.Encryption;
import io.egressalias.golden.Dimension.Mesh;
import io.egressalias.golden.Dimension.Plane;
import io.egressalias.golden.Dimension.Policy;
import io.egressalias.golden.Dimension.Wire;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One value of every dimension, and the corresponding declaration. */
record Combination(
    Destination destination,
    Encryption encryption,
    Wire wire,
    Authority authority,
    Mesh mesh,
    Cluster cluster,
    Policy policy,
    Plane plane) {

  /** A combination for an ambient mesh with nothing else declared. */
  static Combination ofAmbient(
      Destination destination, Encryption encryption, Wire wire, Plane plane) {
    return new Combination(
        destination,
        encryption,
        wire,
        Authority.BY_DEFAULT,
        Mesh.UNDECLARED,
        Cluster.UNDECLARED,
        Policy.ALLOW_ANY,
        plane);
  }

  /** The values of which every pair has a golden. */
  List<Dimension> values() {
    return List.of(destination, encryption, wire, authority, mesh, cluster, policy);
  }

  /** The name of the golden, of its declaration and of its alias. */
  String name() {
    return Stream.concat(values().stream(), Stream.of(plane))
        .map(Dimension::word)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("-"));
  }

  /** The declaration. */
  String text() {
    return text(name(), platform());
  }

  /** The declaration without a platform, with a neutral name. */
  String textWithoutPlatform() {
    return text("alias", "");
  }

  private String platform() {
    String settings =
        Stream.of(cluster.setting(), mesh.setting(), policy.setting(), plane.setting())
            .filter(setting -> !setting.isEmpty())
            .collect(Collectors.joining(", "));
    return settings.isEmpty() ? "" : "  platform: {" + settings + "}\n";
  }

  private String text(String name, String platform) {
    return """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: golden}
        spec:
        %s\
          namespace: shop
          aliases:
          - name: %s
            %s
        %s\
            ports:
        %s\
        """
        .formatted(platform, name, destination.line(), settings(), ports());
  }

  private String settings() {
    StringBuilder lines = new StringBuilder();
    if (authority == Authority.REWRITTEN) {
      lines.append("    authority: www.example.com\n");
    } else if (authority == Authority.PRESERVED) {
      lines.append("    preserveAuthority: true\n");
    }
    if (encryption == Encryption.CREDENTIAL && plane == Plane.SIDECARS) {
      lines.append("    workloadSelector: {matchLabels: {app: curl}}\n");
    }
    Encryption general = encryption == Encryption.MIX ? Encryption.DISABLE : encryption;
    if (general != Encryption.OMITTED) {
      lines.append("    tls: %s\n".formatted(general.settings(destination)));
    }
    return lines.toString();
  }

  private String ports() {
    // A sidecar can map ports; DNS cannot. A target port alone would make every host routed.
    boolean mapped =
        !destination.isName() || encryption.originates() || authority == Authority.REWRITTEN;
    String fields = wire.fields(mapped);
    if (encryption != Encryption.MIX) {
      return "    - {%s}\n".formatted(fields);
    }
    return """
            - {%s, tls: %s}
            - {name: tls-own, port: 8444, targetPort: 8445}
            - {name: http-clear, port: 8081, targetPort: 8082}
        """
        .formatted(fields, encryption.settings(destination));
  }

  /** Returns the name, which identifies a failed golden. */
  @Override
  public String toString() {
    return name();
  }
}
