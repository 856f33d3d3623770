package io.egressalias.maven;

import io.egressalias.declaration.Source;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.InputFile;
import io.egressalias.internal.files.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the parameter {@code sources}.
 *
 * @param base the base of relative names
 * @param build the build directory, which patterns do not search
 */
record DeclarationFiles(Path base, Path build) {
  /** The default directory of declarations. */
  static final String USUAL = "src/main/egress";

  /** Reads the files in the order of the names; without names, those of the default directory. */
  List<Source> read(List<String> names, Inputs inputs) {
    Map<Path, InputFile> files = new LinkedHashMap<>();
    for (String name : names.isEmpty() ? usual() : names) {
      files(inputs, name.strip()).forEach(file -> files.putIfAbsent(file.path(), file));
    }
    return files.values().stream().map(inputs::read).toList();
  }

  private List<String> usual() {
    return Files.isDirectory(base.resolve(USUAL)) ? List.of(USUAL) : List.of();
  }

  private List<InputFile> files(Inputs inputs, String name) {
    List<InputFile> files = inputs.files(name).stream().map(file -> file.from(base)).toList();
    if (base.resolve(name).startsWith(build)) {
      return files;
    }
    List<InputFile> sources =
        files.stream().filter(file -> !file.path().startsWith(build)).toList();
    if (sources.isEmpty()) {
      throw new Failure("`" + name + "` matches only files in the build directory. Check the name");
    }
    return sources;
  }
}
