package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.ObjectId;

/**
 * A Gateway of Istio. An alias has none, but a rule can be for one.
 *
 * @param id the identity; the namespace is empty if none is written
 * @param source the name of the text
 * @param tree the object, as kubectl reads it
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/">Gateway</a>
 */
public record ManifestGateway(ObjectId id, String source, Tree.Mapping tree) {
  private static final String GROUP = "networking.istio.io";
  private static final String KIND = "Gateway";

  static boolean is(String group, String kind) {
    return group.equals(GROUP) && kind.equals(KIND);
  }

  /** Reads a Gateway; a field of a wrong type is absent. */
  static ManifestGateway of(String source, Tree.Mapping written) {
    Tree.Mapping tree = new ObjectReading(source).object(written, Shapes.gateway());
    ObjectId id =
        ObjectId.of(
            GROUP + "/v1",
            KIND,
            tree.textAt("metadata", "namespace"),
            tree.textAt("metadata", "name"));
    return new ManifestGateway(id, source, tree);
  }

  /** Returns the place of a part of the Gateway. */
  public SourceLocation locate(Tree part) {
    return new SourceLocation(source, part.position().line(), part.position().column());
  }
}
