package io.egressalias.files;

import io.egressalias.declaration.Declarations;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.drift.Comparison;
import io.egressalias.drift.Difference;
import io.egressalias.drift.Rendered;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * @param origins the sources of the declarations
   * @param semantic whether objects are compared, or bytes and the index of a directory
   * @throws Failure if a file cannot be read
   */
  public List<Difference> compare(
      List<Manifest> manifests,
      Function<List<Manifest>, Rendered> write,
      Declarations declarations,
      Origins origins,
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
    OutputDirectory.Found found = new OutputDirectory(path).find(names, origins);
    found.files().forEach((file, text) -> committed.put(in(file), text));
    String index = in(OutputDirectory.INDEX);
    if (semantic) {
      committed.remove(index);
    } else {
      rendered.put(index, Rendered.text(found.index()));
    }
    List<Difference> differences = new ArrayList<>(comparison.files(rendered, committed));
    for (String stray : found.strays()) {
      differences.add(
          new Difference(
              Difference.Kind.STRAY,
              in(stray),
              "left over, and no index says what it was rendered from; delete it if no declaration"
                  + " renders it",
              ""));
    }
    return List.copyOf(differences);
  }

  /** Returns whether something is committed that a run may have written. */
  public boolean isThere() {
    return isDirectory
        ? new OutputDirectory(path).isWritten()
        : Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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
