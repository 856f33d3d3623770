package io.egressalias.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.object.KnownKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rendered kind is in the registry, in the same order. */
final class ObjectKindTest {

  @Test
  void everyKindIsInTheRegistry() {
    List<String> known =
        Arrays.stream(KnownKind.values())
            .map(kind -> kind == KnownKind.ENDPOINT_SLICE ? kind.kind() + "s" : kind.kind())
            .toList();
    assertEquals(known, Arrays.stream(ObjectKind.values()).map(ObjectKind::title).toList());
  }
}
