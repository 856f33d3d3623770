package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.object.KnownKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the address of an alias in its objects. Findings about one alias follow one another. */
final class AddressPlaces {
  /** The steps of {@code spec.aliases[0].endpoints[0]}. */
  private static final int ADDRESS = 4;

  private @Nullable ManifestObject last;
  private final Map<String, Field> byText = new HashMap<>();

  /** Returns the address that a path in a declaration names; null: another field. */
  @Nullable Field find(ImportedAlias alias, FieldPath path) {
    List<Step> steps = path.steps();
    boolean address =
        steps.size() > ADDRESS
            && steps.get(ADDRESS - 1) instanceof Step.Key key
            && key.key().equals("endpoints");
    if (!address
        || !(steps.get(ADDRESS) instanceof Step.Index index)
        || !(alias.alias().target() instanceof StaticEndpoints target)) {
      return null;
    }
    if (!alias.origin().equals(last)) {
      read(alias);
    }
    return byText.get(target.addresses().get(index.index()));
  }

  private void read(ImportedAlias alias) {
    last = alias.origin();
    byText.clear();
    for (ManifestObject object : alias.objects()) {
      if (object.kind() == KnownKind.ENDPOINTS) {
        for (Field subset : Field.of(object, "subsets").items()) {
          for (Field address : subset.at("addresses").items()) {
            put(address.at("ip"));
          }
        }
      } else if (object.kind() == KnownKind.ENDPOINT_SLICE) {
        for (Field endpoint : Field.of(object, "endpoints").items()) {
          endpoint.at("addresses").items().forEach(this::put);
        }
      }
    }
  }

  private void put(Field address) {
    byText.putIfAbsent(EndpointList.canonical(address.text()), address);
  }
}
