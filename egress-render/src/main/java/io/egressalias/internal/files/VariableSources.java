package io.egressalias.internal.files;

import io.egressalias.declaration.Assumptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of variables that fill in values of declarations. A later file takes precedence over
 * an earlier one, and the environment over every file, as with Docker Compose.
 *
 * @param files the names of env files
 * @param environment the environment of the process; empty: it is not a source
 */
public record VariableSources(List<String> files, Optional<Map<String, String>> environment) {
  /** Copies the list. */
  public VariableSources {
    files = List.copyOf(files);
  }

  /**
   * Returns assumptions with the variables; without a source, the assumptions as they are.
   *
   * @param directory the base of relative names
   * @throws Failure if a file cannot be read
   */
  public Assumptions filling(Assumptions assumptions, Path directory) {
    if (files.isEmpty() && environment.isEmpty()) {
      return assumptions;
    }
    Map<String, String> values = new HashMap<>();
    for (String file : files) {
      values.putAll(EnvFile.read(directory, file));
    }
    environment.ifPresent(values::putAll);
    return assumptions.filling(values);
  }
}
