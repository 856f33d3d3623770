package org.example.aliases;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.Manifest;
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
    List<Manifest> manifests = ManifestRenderer.render(aliases, Platform.of("1.34", "1.27"));
    Files.writeString(file, ManifestYaml.write(manifests));
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
}
