package io.egressalias.internal.drift;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares committed files with rendered manifests. A file without differences is up to date. */
public final class Comparison {
  private final Content content;

  /** Compares the content of one file with the rendered content. */
  interface Content {
    List<Difference> compare(String file, Rendered rendered, String committed);
  }

  private Comparison(Content content) {
    this.content = content;
  }

  /**
   * Returns a comparison of bytes: a file is up to date if rendering would not change it.
   *
   * @param places returns the location of the alias of an object
   */
  public static Comparison ofBytes(Function<Manifest, SourceLocation> places) {
    return new Comparison(new SameBytes(new HunkHeadings(places)));
  }

  /**
   * Returns a comparison of objects: a file is up to date if it has the same objects with the same
   * fields. The order of objects and of keys, comments, quotes, layout and the format (YAML or
   * JSON) are ignored.
   *
   * @param places returns the location of the alias of an object
   */
  public static Comparison ofObjects(Function<Manifest, SourceLocation> places) {
    return new Comparison(new SameObjects(new HunkHeadings(places)));
  }

  /**
   * Compares one file.
   *
   * @param name the name of the file as the user gave it
   * @param committed the content; empty: the file does not exist
   */
  public List<Difference> file(String name, Rendered rendered, Optional<String> committed) {
    return committed.isEmpty()
        ? List.of(new Difference(Difference.Kind.MISSING, name, "missing"))
        : content.compare(name, rendered, committed.get());
  }

  /** Returns the difference for a file that no declaration renders any more. */
  public static Difference leftOver(String name) {
    return new Difference(
        Difference.Kind.LEFT_OVER, name, "left over; nothing declares it any more");
  }
}
