package com.example.partners;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.List;

/**
 * Builds aliases in code: workloads call {@code http://<name>}, and TLS begins at their sidecars.
 */
public final class PartnerAliases {
  private static final Platform PLATFORM = Platform.of("1.34", "1.27");

  private PartnerAliases() {}

  /** Returns the aliases of some partners, with everything that is to be said about them. */
  public static Validated<List<EgressAliases>> of(String namespace, List<Partner> partners) {
    EgressAliases.Builder declaration =
        EgressAliases.builder().platform(PLATFORM).namespace(namespace);
    for (Partner partner : partners) {
      declaration.addAliases(alias(partner));
    }
    return Checks.validate(List.of(declaration.build()));
  }

  private static EgressAlias alias(Partner partner) {
    return EgressAlias.builder()
        .name(partner.name())
        .externalName(partner.host())
        .putLabels("example.com/partner", partner.name())
        .addPorts(ServicePort.builder().name("http").port(80).targetPort(443).build())
        .tls(ClientTls.simple())
        .build();
  }
}
