package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestReader;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.internal.manifest.ReadingOrder;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Turns manifests into declarations. Contacts no cluster.
 *
 * <p>Reads YAML and JSON as kubectl does: streams of documents, JSON objects one after the other,
 * and lists such as the output of {@code kubectl get -o yaml}. A document that cannot be read is a
 * finding, and does not affect the others. An object that is no part of an alias is left alone.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#externalname">
 *     ExternalName</a>
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
 *     Services without selectors</a>
 */
public final class ManifestImporter {
  private ManifestImporter() {}

  /**
   * Imports texts that make one set, so that a Service and its addresses may be in different texts.
   * An alias with an error is not imported; the others are. The same texts and options give the
   * same result.
   */
  public static Imported run(List<Source> sources, ImportOptions options) {
    ManifestFindings findings = new ManifestFindings();
    return run(ManifestReader.read(sources, findings), findings, sources, options);
  }

  /** Imports a set of objects. */
  static Imported run(
      ManifestSet set, ManifestFindings findings, List<Source> sources, ImportOptions options) {
    ServiceGroups groups =
        Grouping.of(set, options.namespace(), options.platform().clusterDomain(), findings);
    ImportPlatform platform = ImportPlatform.of(options.platform(), set, groups);
    ImportContext context = new ImportContext(set, platform.value(), findings);
    PendingChanges changes = new PendingChanges();
    List<ImportedAlias> read =
        AliasWaypoints.of(
            PassedEntries.of(inOrder(aliases(context, groups, changes), set), context, groups),
            context);
    List<ImportedAlias> aliases = AliasChecks.of(read, platform.value(), findings);
    changes.release(aliases, findings);
    List<ImportedDeclaration> declarations =
        DeclarationSplit.of(aliases, platform.value(), options.name(), options.splitByNamespace());
    UnusedObjects.report(context, groups);
    ManifestFindings remaining = new ManifestFindings();
    List<ObjectId> leftovers =
        Leftovers.of(objects(aliases, set), values(declarations), options.namespace(), remaining);
    List<Diagnostic> found = inOrder(platform, findings, sources);
    found.addAll(remaining.found());
    return new Imported(declarations, found, leftovers, set.commented());
  }

  private static List<ImportedAlias> aliases(
      ImportContext context, ServiceGroups groups, PendingChanges changes) {
    List<ImportedAlias> aliases = new ArrayList<>(RoutedAliases.of(context, groups));
    aliases.addAll(DirectAliases.of(context, groups, changes));
    aliases.addAll(LocalEntries.of(context, groups));
    return aliases;
  }

  /** Returns the aliases in the order of the objects that name them. */
  private static List<ImportedAlias> inOrder(List<ImportedAlias> aliases, ManifestSet set) {
    IdentityHashMap<ManifestObject, Integer> positions = new IdentityHashMap<>();
    for (ManifestObject object : set.objects()) {
      positions.put(object, positions.size());
    }
    List<ImportedAlias> ordered = new ArrayList<>(aliases);
    ordered.sort(
        Comparator.comparingInt(
            alias -> positions.getOrDefault(alias.origin(), set.objects().size())));
    return ordered;
  }

  /** Returns the objects of aliases, in the order of the inputs. */
  private static List<ManifestObject> objects(List<ImportedAlias> aliases, ManifestSet set) {
    IdentityHashMap<ManifestObject, Boolean> belonging = new IdentityHashMap<>();
    for (ImportedAlias alias : aliases) {
      for (ManifestObject object : alias.objects()) {
        belonging.put(object, true);
      }
    }
    List<ManifestObject> objects = new ArrayList<>(belonging.size());
    for (ManifestObject object : set.objects()) {
      if (belonging.containsKey(object)) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static List<EgressAliases> values(List<ImportedDeclaration> declarations) {
    List<EgressAliases> values = new ArrayList<>(declarations.size());
    for (ImportedDeclaration declaration : declarations) {
      values.add(declaration.value());
    }
    return values;
  }

  private static List<Diagnostic> inOrder(
      ImportPlatform platform, ManifestFindings findings, List<Source> sources) {
    List<Diagnostic> found = new ArrayList<>(findings.found());
    found.sort(new ReadingOrder(sources));
    found.addAll(0, platform.findings(sources));
    return found;
  }
}
