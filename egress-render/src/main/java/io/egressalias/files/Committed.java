package io.egressalias.files;

import io.egressalias.declaration.Declarations;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.drift.Comparison;
import io.egressalias.drift.Difference;
import io.egressalias.drift.Rendered;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is committed.
 *
 * @param name what the user calls it
 * @param isDirectory whether each object has a file of its own in it
 */
public record Committed(Path path, String name, boolean isDirectory) {

  /**
   * Returns what has a name, which need not be there. What is not is a directory if its name says
   * so.
   *
   * @param directory what a relative name is relative to
   * @throws Failure if nothing can have this name
   */
  public static Committed of(Path directory, String name) {
    Path path = directory.resolve(Inputs.path(name));
    return new Committed(path, name, Files.isDirectory(path) || name.endsWith("/"));
  }

  /**
   * Compares what is committed with what is rendered.
   *
   * @param write how the objects of one file are written
   * @param declarations where the aliases of the manifests are declared
   * @param semantic whether objects are compared, or bytes and the index of a directory
   * @throws Failure if a file cannot be read
   */
  public List<Difference> compare(
      List<Manifest> manifests,
      Function<List<Manifest>, Rendered> write,
      Declarations declarations,
      boolean semantic) {
    Function<Manifest, SourceLocation> places =
        manifest -> declarations.locate(manifest.document(), manifest.path());
    Comparison comparison = semantic ? Comparison.ofObjects(places) : Comparison.ofBytes(places);
    if (!isDirectory || !Files.exists(path)) {
      return comparison.file(name, write.apply(manifests), read());
    }
    NavigableMap<String, Manifest> names = OutputDirectory.names(manifests);
    NavigableMap<String, Rendered> rendered = new TreeMap<>();
    names.forEach((file, manifest) -> rendered.put(in(file), write.apply(List.of(manifest))));
    NavigableMap<String, String> committed = new TreeMap<>();
    new OutputDirectory(path)
        .read(names.keySet())
        .forEach((file, text) -> committed.put(in(file), text));
    String index = in(OutputDirectory.INDEX);
    if (semantic) {
      committed.remove(index);
    } else {
      rendered.put(index, Rendered.text(OutputDirectory.index(names.navigableKeySet())));
    }
    return comparison.files(rendered, committed);
  }

  private String in(String file) {
    return name.endsWith("/") ? name + file : name + "/" + file;
  }

  private Optional<String> read() {
    try {
      return new WrittenFile(path).read();
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }
}
