package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each part of the rendered objects is needed: without it {@link CallsTest} fails. */
final class MutationTest {
  private static final Map<Mutation, Carried> CARRIED = new EnumMap<>(Mutation.class);

  @BeforeAll
  static void call() {
    for (Mutation mutation : Mutation.values()) {
      CARRIED.put(
          mutation,
          new Carried(mutation.situation(), fitting(mutation), mutation::apply, List.of()));
    }
  }

  static Stream<Arguments> mutations() {
    return Stream.of(Mutation.values())
        .flatMap(each -> fitting(each).stream().map(golden -> Arguments.of(each, golden)));
  }

  /** The goldens with the part to remove, and with a port that a sidecar carries. */
  private static List<GoldenFile> fitting(Mutation mutation) {
    return Carried.goldens().stream()
        .filter(golden -> mutation.apply(objects(golden)))
        .filter(golden -> isCalledThroughTheMesh(golden))
        .toList();
  }

  private static List<ObjectNode> objects(GoldenFile golden) {
    return new ArrayList<>(golden.render().stream().map(Manifest::tree).toList());
  }

  private static boolean isCalledThroughTheMesh(GoldenFile golden) {
    return ExpectedCall.of(golden.alias(), golden.platform(), Situation.INSIDE, Optional.empty())
        .stream()
        .anyMatch(call -> !call.outcome().equals(Sidecar.DIALLED));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void removedFieldChangesTheTraffic(Mutation mutation, GoldenFile golden) {
    Carried carried = Objects.requireNonNull(CARRIED.get(mutation));
    assertNotEquals(carried.expected(golden), carried.observed(golden));
  }

  @ParameterizedTest
  @EnumSource
  void everyMutationAppliesToAGolden(Mutation mutation) {
    assertNotEquals(List.of(), fitting(mutation));
  }

  /** Without its own address a ServiceEntry captures other traffic. */
  @Test
  void removedAddressCapturesOtherTraffic() {
    List<GoldenFile> goldens =
        Carried.goldens().stream().filter(golden -> takeAddresses(objects(golden))).toList();
    Carried carried =
        new Carried(Situation.INSIDE, goldens, MutationTest::takeAddresses, CallsTest.OTHERS);
    List<String> alone =
        CallsTest.OTHERS.stream().map(call -> call + " -> " + Sidecar.DIALLED).toList();
    assertNotEquals(alone, CallsTest.OTHERS.stream().map(carried::observed).toList());
  }

  private static boolean takeAddresses(List<ObjectNode> objects) {
    boolean found = false;
    for (ObjectNode object : objects) {
      if (object.path("spec") instanceof ObjectNode spec) {
        found |= spec.remove("addresses") != null;
      }
    }
    return found;
  }
}
