package io.egressalias.examples;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;

/** The two aliases of Istio's task page, built in Java: no file is read. */
public final class TwoAliases {
  private TwoAliases() {}

  /** Prints the manifests. */
  public static void main(String[] args) {
    System.out.print(manifests());
  }

  static String manifests() {
    // [snippet]
    var httpbin = EgressAlias.builder().name("my-httpbin").externalName("httpbin.org");
    httpbin.addPorts(ServicePort.of("http", 80)).tls(ClientTls.disable());

    var wikipedia = EgressAlias.builder().name("my-wikipedia");
    wikipedia.endpoints("91.198.174.192", "198.35.26.96");
    wikipedia.addPorts(ServicePort.of("tls", 443)).tls(ClientTls.disable());

    var aliases = List.of(httpbin.build(), wikipedia.build());
    String yaml = ManifestYaml.write(ManifestRenderer.render(aliases, Platform.undeclared()));
    // [/snippet]
    return yaml;
  }
}
