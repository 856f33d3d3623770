package io.egressalias.plan;

import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes aliases out of service before their objects change, where existing objects with any names
 * and rendered objects together could send plaintext or send traffic to the wrong destination: an
 * alias that is encrypted or routed, before or after the change.
 */
final class Withdrawal {
  /**
   * Addresses come first: behind a rule that is deleted they would get plaintext. A rule comes
   * last, when nothing is reached any more.
   */
  private static final List<KnownKind> ORDER =
      List.of(
          KnownKind.ENDPOINTS,
          KnownKind.ENDPOINT_SLICE,
          KnownKind.SERVICE_ENTRY,
          KnownKind.SERVICE,
          KnownKind.VIRTUAL_SERVICE,
          KnownKind.DESTINATION_RULE);

  private final List<Step> steps = new ArrayList<>();
  private final Map<ObjectId, Manifest> rest;
  private final Map<ObjectId, Manifest> after;
  private final Set<ObjectId> deleted = new LinkedHashSet<>();

  /** The namespace and the name of an alias. */
  private record Alias(String namespace, String name) {
    static Alias of(Manifest manifest) {
      return new Alias(manifest.alias().effectiveNamespace(), manifest.alias().name());
    }
  }

  /**
   * Plans the withdrawal of the aliases that need one.
   *
   * @param before the existing objects
   * @param after the rendered objects
   */
  Withdrawal(Map<ObjectId, Manifest> before, Map<ObjectId, Manifest> after) {
    this.rest = new LinkedHashMap<>(before);
    this.after = after;
    Map<Alias, List<Manifest>> rendered = byAlias(after);
    byAlias(before)
        .forEach(
            (alias, existing) -> {
              List<Manifest> next = rendered.getOrDefault(alias, List.of());
              if (needs(existing, next)) {
                withdraw(alias, existing);
              }
            });
  }

  private static Map<Alias, List<Manifest>> byAlias(Map<ObjectId, Manifest> manifests) {
    Map<Alias, List<Manifest>> aliases = new LinkedHashMap<>();
    for (Manifest manifest : manifests.values()) {
      aliases.computeIfAbsent(Alias.of(manifest), alias -> new ArrayList<>()).add(manifest);
    }
    return aliases;
  }

  /** Returns the steps, in order. */
  List<Step> steps() {
    return steps;
  }

  /** Returns the objects that exist after the steps. */
  Map<ObjectId, Manifest> rest() {
    return rest;
  }

  /**
   * Returns a later step as it is for existing objects: these may have fields that a merge would
   * keep.
   */
  Step adapted(Step step) {
    if (step instanceof Step.Change change) {
      return new Step.Replace(
          change.object(),
          change.manifest(),
          "a merge could keep fields of the existing object; different: " + change.reason());
    }
    return step instanceof Step.Create create && deleted.contains(step.object())
        ? new Step.Create(create.object(), create.manifest(), "created again after its deletion")
        : step;
  }

  private static boolean needs(List<Manifest> existing, List<Manifest> next) {
    return (isGuarded(existing) || isGuarded(next)) && differ(existing, next);
  }

  /** Returns whether sidecars encrypt or route the traffic. */
  private static boolean isGuarded(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      KnownKind kind = Transitions.kind(manifest.id());
      if (kind == KnownKind.VIRTUAL_SERVICE
          || kind == KnownKind.SERVICE_ENTRY
          || (kind == KnownKind.DESTINATION_RULE && isEncrypted(manifest.tree()))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a rule has TLS settings, at any level, other than {@code DISABLE}. */
  private static boolean isEncrypted(JsonNode rule) {
    for (JsonNode tls : rule.findValues("tls")) {
      String mode = tls.path("mode").asString("");
      if (!mode.isEmpty() && !mode.equals("DISABLE")) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether more changes than a Service, whose metadata and ports carry no traffic. */
  private static boolean differ(List<Manifest> existing, List<Manifest> next) {
    Map<ObjectId, JsonNode> left = payloads(existing);
    return !left.equals(payloads(next));
  }

  private static Map<ObjectId, JsonNode> payloads(List<Manifest> manifests) {
    Map<ObjectId, JsonNode> payloads = new HashMap<>();
    for (Manifest manifest : manifests) {
      ObjectNode payload = manifest.tree().deepCopy();
      payload.remove(List.of("apiVersion", "metadata"));
      if (Transitions.kind(manifest.id()) == KnownKind.SERVICE) {
        payload.remove("spec");
        payload.put("externalName", externalName(manifest));
      }
      payloads.put(manifest.id(), payload);
    }
    return payloads;
  }

  private static String externalName(@Nullable Manifest manifest) {
    return manifest == null ? "" : manifest.tree().path("spec").path("externalName").asString("");
  }

  private void withdraw(Alias alias, List<Manifest> existing) {
    String reason = "no traffic of `" + alias.name() + "` leaves while its objects change";
    for (KnownKind kind : ORDER) {
      for (Manifest manifest : existing) {
        if (Transitions.kind(manifest.id()) == kind) {
          if (kind == KnownKind.SERVICE) {
            answer(manifest, reason);
          } else {
            delete(manifest.id(), reason);
          }
        }
      }
    }
  }

  private void delete(ObjectId id, String reason) {
    steps.add(new Step.Delete(id, reason));
    deleted.add(id);
    rest.remove(id);
  }

  /** Ends the answers of a Service with an external name; another one has no addresses now. */
  private void answer(Manifest service, String reason) {
    Manifest next = after.get(service.id());
    String host = externalName(service);
    if (host.isEmpty() || host.equals(externalName(next))) {
      return;
    }
    // The new host, or pods, may be reached only after the rules are deleted.
    if (next == null || !externalName(next).isEmpty() || Transitions.hasSelector(next)) {
      delete(service.id(), reason);
    } else {
      steps.add(new Step.Replace(service.id(), next, reason));
      rest.put(service.id(), next);
    }
  }
}
