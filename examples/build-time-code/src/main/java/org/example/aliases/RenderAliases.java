package org.example.aliases;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Renders an alias for each region. The build runs it, and puts what it writes into the jar. */
public final class RenderAliases {
  private RenderAliases() {}

  /** Writes manifests to the file that the argument names. */
  public static void main(String[] arguments) throws IOException {
    List<EgressAlias> aliases = Stream.of("eu", "us").map(RenderAliases::payments).toList();
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, ManifestYaml.write(ManifestRenderer.render(aliases, platform())));
  }

  private static EgressAlias payments(String region) {
    return EgressAlias.builder()
        .name("payments-" + region)
        .namespace("billing")
        .externalName(region + ".payments.example.com")
        .addPorts(ServicePort.of("tls", 443))
        .tls(ClientTls.disable())
        .build();
  }

  private static Platform platform() {
    return Platform.builder()
        .kubernetes(KubernetesVersion.parse("1.34").orElseThrow())
        .istio(Istio.release(IstioVersion.parse("1.27").orElseThrow()))
        .build();
  }
}
