package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.imports.DraftAlias.Contents;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Service without a selector, whose addresses are in Endpoints or EndpointSlices. */
final class AddressAlias {
  private final DraftAlias draft;
  private final Changes changes;

  private AddressAlias(DraftAlias draft) {
    this.draft = draft;
    this.changes = draft.changes;
  }

  /** Returns the target and the ports; null: the Service is left alone, or refused. */
  static @Nullable Contents read(DraftAlias draft) {
    return new AddressAlias(draft).read();
  }

  private @Nullable Contents read() {
    if (draft.group.endpoints.isEmpty() && draft.group.slices.isEmpty()) {
      if (!areRefused()) {
        noTarget();
      }
      return null;
    }
    Field type = draft.spec.at("type");
    if (!type.text().isEmpty() && !type.text().equals("ClusterIP")) {
      type(type);
      return null;
    }
    Field externalName = draft.spec.at("externalName");
    if (externalName.present()) {
      AliasPort.dead(externalName, "only the type ExternalName uses it", changes);
    }
    EndpointList endpoints = endpoints();
    if (changes.refused()) {
      return null;
    }
    boolean headless = draft.spec.at("clusterIP").text().equals("None");
    List<ReadPort> read = AliasPort.read(draft.spec, changes);
    if (read.isEmpty() && !(headless && !draft.context.platform().istio().present())) {
      noPorts(draft.spec.at("ports"), "expected at least one port of the Service, found none");
    } else if (endpoints.ports().isEmpty() && !headless) {
      noPorts(
          Field.of(draft.service, "metadata", "name"),
          "expected at least one port of the endpoints, found none, so no traffic reaches them");
    }
    if (changes.refused()) {
      return null;
    }
    List<ServicePort> ports = PortMatching.of(read, endpoints.ports(), headless, changes);
    List<EndpointAddress> addresses = endpoints.addresses();
    families(addresses);
    return new Contents(StaticEndpoints.of(addresses), ports, headless);
  }

  /** Endpoints that are refused have a finding, as have a route and its ServiceEntry. */
  private boolean areRefused() {
    ObjectId like = draft.service.id();
    ManifestSet set = draft.context.set();
    return set.isRefused(KnownKind.ENDPOINTS, like)
        || set.isRefused(KnownKind.ENDPOINT_SLICE, like)
        || set.isRefused(KnownKind.SERVICE_ENTRY, like)
        || LocalName.isRefused(KnownKind.VIRTUAL_SERVICE, draft.group, draft.context);
  }

  private void noTarget() {
    draft.leftWithWarning(
        Rule.NO_TARGET,
        Field.of(draft.service, "metadata", "name"),
        "expected Endpoints or an EndpointSlice for this Service without a selector, found none in"
            + " the inputs",
        "Import the directory or the namespace that has them");
  }

  private void type(Field type) {
    changes.refuse(
        Rule.SERVICE_TYPE,
        type,
        "expected a Service that workloads of the cluster call, found `type: %s`"
            .formatted(Quoted.shortened(type.text())),
        "Remove `type` if no caller is outside of the cluster, or keep the Service as it is");
  }

  private void noPorts(Field field, String message) {
    changes.refuse(
        Rule.NO_PORTS, field, message, "Add the ports, such as `ports: [{name: http, port: 80}]`");
  }

  private EndpointList endpoints() {
    if (draft.group.endpoints.isEmpty()) {
      return EndpointList.ofSlices(draft.group.slices, changes);
    }
    if (!draft.group.slices.isEmpty()) {
      Field slice = Field.of(draft.group.slices.get(0), "metadata", "name");
      changes.warn(
          Rule.ENDPOINTS_TWICE,
          slice,
          "the Service has Endpoints and an EndpointSlice, so each of their addresses counts twice",
          "Delete the EndpointSlice, because the alias has the addresses of the Endpoints",
          "Taken from the Endpoints, not from the EndpointSlice.");
    }
    return EndpointList.ofEndpoints(draft.group.endpoints.get(0), changes);
  }

  private void families(List<EndpointAddress> addresses) {
    List<String> texts = new ArrayList<>(addresses.size());
    for (EndpointAddress address : addresses) {
      texts.add(address.address());
    }
    AddressFamilies.report(draft, texts);
  }
}
