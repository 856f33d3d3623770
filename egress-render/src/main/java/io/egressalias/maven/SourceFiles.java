package io.egressalias.maven;

import io.egressalias.declaration.Source;
import io.egressalias.files.Failure;
import io.egressalias.files.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that the parameter {@code sources} names.
 *
 * @param base what relative names are relative to
 * @param build the directory of what the build makes, where no pattern finds sources by accident
 */
record SourceFiles(Path base, Path build) {
  /** Where declarations are, if they are anywhere. */
  static final String USUAL = "src/main/egress";

  /** Reads the files in the order of the names; nothing named: those of the usual directory. */
  List<Source> read(List<String> names) {
    Inputs inputs = Inputs.of(base);
    Set<Path> files = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? usual() : names) {
      files.addAll(files(inputs, name.strip()));
    }
    return files.stream().map(inputs::read).toList();
  }

  private List<String> usual() {
    return Files.isDirectory(base.resolve(USUAL)) ? List.of(USUAL) : List.of();
  }

  private List<Path> files(Inputs inputs, String name) {
    List<Path> files = inputs.files(name).stream().map(base::resolve).toList();
    if (base.resolve(name).startsWith(build)) {
      return files;
    }
    List<Path> sources = files.stream().filter(file -> !file.startsWith(build)).toList();
    if (sources.isEmpty()) {
      throw new Failure("`" + name + "` finds only what the build has made. Check the name");
    }
    return sources;
  }
}
