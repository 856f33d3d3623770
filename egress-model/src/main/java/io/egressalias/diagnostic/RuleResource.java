package io.egressalias.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the files of a rule from the resources of this jar. */
final class RuleResource {
  private RuleResource() {}

  static String read(Rule rule, String file) {
    String name = "/io/egressalias/rules/" + rule.code() + "/" + file;
    try (InputStream in = Objects.requireNonNull(Rule.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
