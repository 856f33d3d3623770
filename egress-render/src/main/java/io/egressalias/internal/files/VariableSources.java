package io.egressalias.internal.files;

import io.egressalias.declaration.Assumptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of variables that fill in values of declarations. A later file takes precedence over
 * an earlier one, and the environment over every file, as with Docker Compose.
 *
 * @param files the names of env files
 * @param environment whether the environment of the process is a source
 */
public record VariableSources(List<String> files, boolean environment) {
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
    if (files.isEmpty() && !environment) {
      return assumptions;
    }
    Map<String, String> values = new HashMap<>();
    for (String file : files) {
      values.putAll(EnvFile.read(directory, file));
    }
    if (environment) {
      values.putAll(System.getenv());
    }
    return assumptions.filling(values);
  }
}
