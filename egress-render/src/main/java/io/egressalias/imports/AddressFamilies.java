package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.model.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the IP families of a Service with those of its addresses. */
final class AddressFamilies {
  private AddressFamilies() {}

  /** Reports families that the rendered Service has and the Service of the input has not. */
  static void report(DraftAlias draft, List<String> addresses) {
    Set<String> families = new LinkedHashSet<>();
    for (String text : addresses) {
      Optional<IpAddress> address = IpAddress.parse(text);
      if (address.isPresent()) {
        families.add(address.get().isV4() ? "IPv4" : "IPv6");
      }
    }
    Field declared = draft.spec.at("ipFamilies");
    if (families.contains("IPv6") && !declared.texts().equals(List.copyOf(families))) {
      changed(declared, String.join(", ", families), draft.changes);
    } else if (!families.contains("IPv6") && declared.texts().contains("IPv6")) {
      unused(draft, declared, List.copyOf(families));
    }
    policy(draft, families.size());
  }

  private static void policy(DraftAlias draft, int families) {
    Field policy = draft.spec.at("ipFamilyPolicy");
    // The API server gives this policy to a headless Service without a selector.
    boolean headless = draft.spec.at("clusterIP").text().equals("None");
    boolean isDefault = headless && policy.text().equals("RequireDualStack");
    String rendered = families > 1 ? "PreferDualStack" : "SingleStack";
    if (policy.present() && !policy.text().equals(rendered) && !isDefault) {
      ServiceFields.lost(policy, draft.changes);
    }
  }

  private static void changed(Field declared, String families, Changes changes) {
    changes.warn(
        Rule.FAMILIES,
        declared,
        "expected `ipFamilies: [%s]`, as the addresses have, found %s"
            .formatted(
                families,
                declared.present()
                    ? "`[" + String.join(", ", declared.texts()) + "]`"
                    : "none, so the cluster chooses"),
        "Write the families in the Service, or render the declaration, which has them",
        "The Service has the families of its addresses now: %s.".formatted(families));
  }

  /** The API server gives both families to a headless Service without a selector. */
  private static void unused(DraftAlias draft, Field declared, List<String> families) {
    boolean headless = draft.spec.at("clusterIP").text().equals("None");
    if (!headless || declared.texts().size() == 1) {
      changed(declared, String.join(", ", families), draft.changes);
    }
  }
}
