package io.egressalias.render;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders aliases as Kubernetes and Istio objects.
 *
 * <p>Aliases come in the order in which they are declared, and the objects of one alias in the
 * order in which they are to be applied: what others refer to comes first.
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
    render(checked, new Collected(manifests));
    return manifests;
  }

  /**
   * Renders declarations that were checked already, one manifest after another: none is kept.
   *
   * @param out gets each manifest, in order
   * @throws InvalidDeclarationException if the set has errors; it carries all findings
   */
  public static void render(
      Validated<List<EgressAliases>> checked, Consumer<? super Manifest> out) {
    List<EgressAliases> declarations = checked.orThrow();
    for (int document = 0; document < declarations.size(); document++) {
      EgressAliases declaration = declarations.get(document);
      Reasons reasons = new Reasons(declaration.platform());
      for (int index = 0; index < declaration.aliases().size(); index++) {
        EgressAlias declared = declaration.aliases().get(index);
        ResolvedAlias alias = ResolvedAlias.of(declaration, declared);
        objects(alias, reasons, document, index, out);
      }
    }
  }

  private static void objects(
      ResolvedAlias alias,
      Reasons reasons,
      int document,
      int index,
      Consumer<? super Manifest> out) {
    Composition composition = Composition.of(alias);
    for (ObjectKind kind : composition.kinds()) {
      for (ObjectNode tree : kind.render(alias)) {
        String reason = reasons.of(composition, kind, tree);
        out.accept(new Manifest(tree, alias.alias(), reason, document, index));
      }
    }
  }

  private record Collected(List<Manifest> manifests) implements Consumer<Manifest> {
    @Override
    public void accept(Manifest manifest) {
      manifests.add(manifest);
    }
  }
}
