package io.egressalias.golden;

import io.egressalias.check.Checks;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.golden.Dimension.Authority;
import io.egressalias.golden.Dimension.Cluster;
import io.egressalias.golden.Dimension.Destination;
import io.egressalias.golden.Dimension.Encryption;
import io.egressalias.golden.Dimension.Mesh;
import io.egressalias.golden.Dimension.Plane;
import io.egressalias.golden.Dimension.Policy;
import io.egressalias.golden.Dimension.Wire;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selects the combinations that are goldens.
 *
 * <p>Refused combinations are excluded, and of those that render the same, apart from names, only
 * the first is kept. About nine hundred remain. Of these, as many are selected as are needed to
 * cover
 *
 * <ul>
 *   <li>every kind of target with every TLS and every protocol, because these three together
 *       determine what is rendered, and
 *   <li>every pair of values of two dimensions, because all other dependencies are between two
 *       dimensions: an API version on the mesh, a family on the addresses.
 * </ul>
 *
 * <p>The selection is greedy: it always takes the combination that covers most of what is missing,
 * and the first of several equal ones.
 *
 * <p>The goldens of ambient meshes are listed, because the objects are those of sidecars apart from
 * labels and the selection of the rule.
 */
final class Matrix {
  private static final List<Combination> KEPT = kept(keep(different()));

  private Matrix() {}

  /** The goldens, in the order of their names. */
  static List<Combination> kept() {
    return KEPT;
  }

  /** Writes the declarations of the goldens, and deletes files of former goldens. */
  static void write() throws IOException {
    Set<Path> orphans = new HashSet<>(GoldenFile.files());
    for (Combination each : KEPT) {
      GoldenFile golden = new GoldenFile(each.name());
      Files.writeString(golden.declaration(), each.text());
      orphans.removeAll(List.of(golden.declaration(), golden.approved()));
    }
    for (Path orphan : orphans) {
      Files.delete(orphan);
    }
  }

  /** Combinations that are not refused; no two render the same. */
  private static Collection<Combination> different() {
    Map<String, Combination> different = new LinkedHashMap<>();
    for (Destination destination : Destination.values()) {
      for (Encryption encryption : Encryption.values()) {
        for (Wire wire : Wire.values()) {
          for (Authority authority : Authority.values()) {
            platforms(destination, encryption, wire, authority, different);
          }
        }
      }
    }
    return different.values();
  }

  private static void platforms(
      Destination destination,
      Encryption encryption,
      Wire wire,
      Authority authority,
      Map<String, Combination> different) {
    EgressAlias alias = null;
    for (Mesh mesh : Mesh.values()) {
      for (Cluster cluster : Cluster.values()) {
        for (Policy policy : Policy.values()) {
          Combination each =
              new Combination(
                  destination, encryption, wire, authority, mesh, cluster, policy, Plane.SIDECARS);
          alias = alias == null ? alias(each.textWithoutPlatform()) : alias;
          Platform platform = platform(each);
          List<EgressAliases> set = List.of(EgressAliases.of(platform, List.of(alias)));
          Validated<List<EgressAliases>> checked = Checks.validate(set);
          if (!checked.has(Severity.ERROR)) {
            different.putIfAbsent(rendered(checked), each);
          }
        }
      }
    }
  }

  /** The objects in one line of JSON, which is faster to write than YAML. */
  private static String rendered(Validated<List<EgressAliases>> checked) {
    StringBuilder text = new StringBuilder();
    ManifestRenderer.render(checked).forEach(manifest -> text.append(manifest.tree()));
    return text.toString();
  }

  private static EgressAlias alias(String text) {
    EgressAliases declaration = UncheckedReading.read("matrix", text).get(0);
    return declaration.resolve(declaration.aliases().get(0));
  }

  private static Platform platform(Combination each) {
    Platform.Builder builder =
        Platform.builder()
            .outboundTrafficPolicy(OutboundTrafficPolicy.valueOf(each.policy().name()));
    if (each.mesh() == Mesh.NONE) {
      builder.istio(Istio.none());
    } else if (each.mesh() != Mesh.UNDECLARED) {
      builder.istio(Istio.release(IstioVersion.parse(release(each.mesh())).orElseThrow()));
    }
    if (each.cluster() != Cluster.UNDECLARED) {
      builder.kubernetes(KubernetesVersion.parse(release(each.cluster())).orElseThrow());
    }
    return builder.build();
  }

  private static String release(Enum<?> value) {
    return value.name().substring(1).replace('_', '.');
  }

  private static List<Combination> kept(List<Combination> kept) {
    kept.addAll(ambient());
    kept.sort(Comparator.comparing(Combination::name));
    return List.copyOf(kept);
  }

  /** The goldens of ambient meshes; the last two are in the direct form. */
  private static List<Combination> ambient() {
    return List.of(
        Combination.ofAmbient(Destination.HOST, Encryption.SIMPLE, Wire.HTTP, Plane.WAYPOINT),
        Combination.ofAmbient(Destination.HOST, Encryption.MIX, Wire.REDIS, Plane.WAYPOINT),
        Combination.ofAmbient(Destination.HOST, Encryption.CREDENTIAL, Wire.GRPC, Plane.WAYPOINT),
        Combination.ofAmbient(Destination.HOST, Encryption.CREDENTIAL, Wire.HTTP, Plane.ELSEWHERE),
        Combination.ofAmbient(Destination.V4, Encryption.SIMPLE, Wire.TCP, Plane.ELSEWHERE),
        Combination.ofAmbient(Destination.HOST, Encryption.SIMPLE, Wire.GRPC, Plane.OF_NAMESPACE),
        Combination.ofAmbient(Destination.HOST, Encryption.DISABLE, Wire.HTTP, Plane.WAYPOINT),
        Combination.ofAmbient(Destination.V4, Encryption.DISABLE, Wire.HTTP, Plane.WAYPOINT));
  }

  private static List<Combination> keep(Collection<Combination> different) {
    Map<Combination, Set<List<Object>>> offers = new LinkedHashMap<>();
    different.forEach(each -> offers.put(each, together(each)));
    Set<List<Object>> missing = new HashSet<>();
    offers.values().forEach(missing::addAll);
    List<Combination> kept = new ArrayList<>();
    while (!missing.isEmpty()) {
      Combination best = null;
      long most = 0;
      for (Map.Entry<Combination, Set<List<Object>>> offer : offers.entrySet()) {
        long gain = offer.getValue().stream().filter(missing::contains).count();
        if (gain > most) {
          best = offer.getKey();
          most = gain;
        }
      }
      if (best == null) {
        throw new IllegalStateException("nobody has " + missing);
      }
      kept.add(best);
      missing.removeAll(together(best));
    }
    return kept;
  }

  /** The sets of values that a combination covers. */
  private static Set<List<Object>> together(Combination each) {
    Set<List<Object>> groups = new LinkedHashSet<>();
    groups.add(Arrays.asList(each.destination().kind(), each.encryption(), each.wire()));
    List<Dimension> values = each.values();
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        groups.add(Arrays.asList(values.get(i), values.get(j)));
      }
    }
    return groups;
  }
}
