package io.egressalias.render;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders aliases as Kubernetes and Istio objects.
 *
 * <p>The aliases are in the order in which they are declared. The objects of one alias are in the
 * order in which they must be applied: an object comes after the objects to which it refers.
 */
public final class ManifestRenderer {
  private ManifestRenderer() {}

  /**
   * Renders one alias.
   *
   * @throws InvalidDeclarationException if the alias has errors; it carries all findings
   */
  public static List<Manifest> render(EgressAlias alias, Platform platform) {
    return render(List.of(alias), platform);
  }

  /**
   * Renders aliases that make one set.
   *
   * @throws InvalidDeclarationException if the set has errors; it carries all findings
   */
  public static List<Manifest> render(List<EgressAlias> aliases, Platform platform) {
    return render(List.of(EgressAliases.of(platform, aliases)));
  }

  /**
   * Renders declarations that make one set.
   *
   * @throws InvalidDeclarationException if the set has errors; it carries all findings
   */
  public static List<Manifest> render(List<EgressAliases> declarations) {
    return render(Checks.validate(declarations));
  }

  /**
   * Renders declarations that were checked already.
   *
   * @throws InvalidDeclarationException if the set has errors; it carries all findings
   */
  public static List<Manifest> render(Validated<List<EgressAliases>> checked) {
    List<Manifest> manifests = new ArrayList<>();
    for (Manifest manifest : manifests(checked)) {
      manifests.add(manifest);
    }
    return manifests;
  }

  /**
   * Returns the manifests of declarations that were checked already; manifests are rendered one at
   * a time.
   *
   * @throws InvalidDeclarationException if the set has errors; it carries all findings
   */
  public static Manifests manifests(Validated<List<EgressAliases>> checked) {
    return Manifests.of(checked.orThrow());
  }
}
