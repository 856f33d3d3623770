package com.example.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PartnersTest {
  private static final List<Partner> PARTNERS =
      List.of(new Partner("payments", "api.payments.example.com"));

  private final Validated<List<EgressAliases>> aliases = PartnerAliases.of("shop", PARTNERS);

  @Test
  void nothingIsToBeSaid() {
    assertEquals(List.of(), aliases.diagnostics());
  }

  @Test
  void everyObjectBearsWhatTheToolPutsThere() {
    List<Manifest> manifests = PartnerManifests.of(aliases);
    assertEquals(
        List.of("Service", "DestinationRule", "VirtualService", "ServiceEntry"),
        manifests.stream().map(Manifest::kind).toList());
    String text = PartnerManifests.text(manifests);
    assertEquals(4, text.split("example.com/partner: payments", -1).length - 1, text);
    assertTrue(text.contains("argocd.argoproj.io/sync-wave: \"3\""), text);
  }

  @Test
  void aClientTakesTheObjectsForItsOwn() {
    List<HasMetadata> objects = ClusterObjects.of(PartnerManifests.of(aliases));
    assertInstanceOf(Service.class, objects.get(0));
    DestinationRule rule = assertInstanceOf(DestinationRule.class, objects.get(1));
    assertInstanceOf(VirtualService.class, objects.get(2));
    assertInstanceOf(ServiceEntry.class, objects.get(3));
    assertEquals("shop", rule.getMetadata().getNamespace());
    assertEquals(
        "api.payments.example.com",
        rule.getSpec().getSubsets().get(0).getTrafficPolicy().getTls().getSni());
  }

  @Test
  void whatIsWrongIsSaidAllAtOnce() {
    List<Partner> wrong = List.of(new Partner("Pay_ments", "https://api.example.com/v1"));
    Validated<List<EgressAliases>> broken = PartnerAliases.of("shop", wrong);
    InvalidDeclarationException e =
        assertThrows(InvalidDeclarationException.class, () -> PartnerManifests.of(broken));
    assertTrue(e.diagnostics().size() > 1, e.getMessage());
    Diagnostic first = e.diagnostics().get(0);
    assertEquals("EGA0201", first.rule().code());
    assertEquals("spec.aliases[0].name", first.path().toString());
  }
}
