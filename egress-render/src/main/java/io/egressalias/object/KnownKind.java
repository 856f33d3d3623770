package io.egressalias.object;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of objects that Egress renders, in the order in which the objects of an alias are
 * applied. A new kind makes each {@code switch} over kinds fail to compile until it handles the
 * kind.
 */
public enum KnownKind {
  /** The first IP family is assumed to be IPv4 if an object does not have it. */
  SERVICE(
      Groups.CORE,
      "Service",
      List.of(),
      new ImmutableField("/spec/clusterIP", "", "`clusterIP`"),
      new ImmutableField("/spec/ipFamilies/0", "IPv4", "the first of `ipFamilies`")),
  /** Belongs to the Service of the same name. */
  ENDPOINTS(Groups.CORE, "Endpoints", List.of()),
  /** Belongs to the Service that a label names. */
  ENDPOINT_SLICE(Groups.DISCOVERY, "EndpointSlice", List.of()),
  /** Defines how traffic to a host is encrypted. */
  DESTINATION_RULE(Groups.ISTIO, "DestinationRule", List.of(List.of("spec", "host"))),
  /** Routes one host to another. */
  VIRTUAL_SERVICE(
      Groups.ISTIO,
      "VirtualService",
      List.of(
          List.of("spec", "hosts", "*"),
          List.of("spec", "http", "*", "route", "*", "destination", "host"),
          List.of("spec", "tcp", "*", "route", "*", "destination", "host"))),
  /**
   * Applied last: without the ServiceEntry the route reaches nothing, so no new port uses an old
   * rule.
   */
  SERVICE_ENTRY(Groups.ISTIO, "ServiceEntry", List.of(List.of("spec", "hosts", "*")));

  /** The step of a path that means every item of a list. */
  public static final String EACH = "*";

  private final String group;
  private final String kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<List<String>> hosts;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ImmutableField> immutableFields;

  KnownKind(
      String group, String kind, List<List<String>> hosts, ImmutableField... immutableFields) {
    this.group = group;
    this.kind = kind;
    this.hosts = hosts;
    this.immutableFields = List.of(immutableFields);
  }

  /**
   * The API groups. They are not in the enum itself, because its constants are created before its
   * other static fields.
   */
  private static final class Groups {
    static final String CORE = "";
    static final String DISCOVERY = "discovery.k8s.io";
    static final String ISTIO = "networking.istio.io";

    private Groups() {}
  }

  /** Returns the entry of a kind; empty: none. */
  public static Optional<KnownKind> of(String group, String kind) {
    for (KnownKind known : values()) {
      if (known.kind.equals(kind) && known.group.equals(group)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Returns the API group; empty for the core. */
  public String group() {
    return group;
  }

  /** Returns the kind as an object writes it, such as {@code Service}. */
  public String kind() {
    return kind;
  }

  /**
   * Returns the paths of the host names by which an object refers to others of its alias; the step
   * {@link #EACH} means every item of a list.
   */
  public List<List<String>> hosts() {
    return hosts;
  }

  /** Returns the fields that cannot be changed in place. */
  public List<ImmutableField> immutableFields() {
    return immutableFields;
  }

  /** Returns the part of a file name for the kind, such as {@code serviceentry}. */
  public String fileName() {
    return kind.toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the name of the resource for kubectl, such as {@code serviceentry.networking.istio.io}.
   */
  public String resource() {
    return resource(group, kind);
  }

  static String resource(String group, String kind) {
    String resource = kind.toLowerCase(Locale.ROOT);
    return group.isEmpty() ? resource : resource + "." + group;
  }

  /** Returns the identity of an object of this kind. */
  public ObjectId id(Optional<String> namespace, String name) {
    return new ObjectId(group, kind, namespace, name);
  }
}
