package io.egressalias.internal.files;

import io.egressalias.compile.Compilation;
import io.egressalias.internal.drift.Comparison;
import io.egressalias.internal.drift.Difference;
import io.egressalias.internal.drift.Rendered;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The committed manifests: a file, or a directory with a file for each object.
 *
 * @param name the name as the user gave it
 * @param isDirectory whether it is a directory
 */
public record CommittedManifests(Path path, String name, boolean isDirectory) {

  /**
   * Returns the manifests with a name, which do not need to exist. If they do not, they are a
   * directory if the name ends with a slash or has no extension.
   *
   * @param directory the base of relative names
   * @throws Failure if the name is not a valid path
   */
  public static CommittedManifests of(Path directory, String name) {
    Path path = directory.resolve(Inputs.path(name));
    boolean isDirectory =
        Files.isDirectory(path)
            || name.endsWith("/")
            || (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !hasExtension(path));
    return new CommittedManifests(path, name, isDirectory);
  }

  private static boolean hasExtension(Path path) {
    Path file = path.getFileName();
    return file != null && file.toString().indexOf('.') >= 0;
  }

  /**
   * Compares the committed manifests with the rendered ones.
   *
   * @param rendered the manifests, and how they are written
   * @param compilation the compilation that renders the manifests
   * @param origins the sources of the declarations
   * @param semantic whether to compare objects instead of bytes and the index of a directory
   * @throws Failure if a file cannot be read
   */
  public List<Difference> compare(
      ManifestContent rendered, Compilation compilation, Origins origins, boolean semantic) {
    Comparison comparison =
        semantic
            ? Comparison.ofObjects(compilation::place)
            : Comparison.ofBytes(compilation::place);
    if (!isDirectory || !Files.exists(path)) {
      return holds(rendered) ? List.of() : comparison.file(name, rendered.rendered(), read());
    }
    NavigableMap<String, Manifest> names = OutputDirectory.names(rendered.manifests());
    OutputDirectory directory = new OutputDirectory(path);
    OutputChange change = directory.planned(names, origins);
    NavigableSet<String> files = new TreeSet<>(names.keySet());
    if (!semantic) {
      files.add(OutputDirectory.INDEX);
    }
    List<Difference> differences = new ArrayList<>();
    for (String file : files) {
      Manifest manifest = names.get(file);
      Rendered text =
          manifest == null
              ? Rendered.text(change.after().text())
              : rendered.alone(manifest).rendered();
      differences.addAll(comparison.file(in(file), text, directory.read(file)));
    }
    for (String obsolete : change.obsolete()) {
      if (directory.read(obsolete).isPresent()) {
        differences.add(Comparison.leftOver(in(obsolete)));
      }
    }
    for (String stray : change.strays()) {
      differences.add(
          new Difference(
              Difference.Kind.STRAY,
              in(stray),
              "not rendered, and no index records its source; delete it if no declaration renders it",
              ""));
    }
    return List.copyOf(differences);
  }

  /** Returns whether something exists that a run may have written. */
  public boolean isThere() {
    return isDirectory
        ? new OutputDirectory(path).isWritten()
        : Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private String in(String file) {
    return name.endsWith("/") ? name + file : name + "/" + file;
  }

  /** Usually they are equal; comparing them first avoids building the text. */
  private boolean holds(ManifestContent rendered) {
    try {
      return new WrittenFile(path).holds(rendered);
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private Optional<String> read() {
    try {
      return new WrittenFile(path).read();
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }
}
