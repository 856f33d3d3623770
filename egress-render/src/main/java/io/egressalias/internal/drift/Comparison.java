package io.egressalias.internal.drift;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares what is committed with what is rendered. No differences: it is current. */
public final class Comparison {
  private final Content content;

  /** Compares what one file holds with what it is to hold. */
  interface Content {
    List<Difference> compare(String file, Rendered rendered, String committed);
  }

  private Comparison(Content content) {
    this.content = content;
  }

  /**
   * Returns a comparison of bytes: current is what rendering again would leave as it is.
   *
   * @param places where the alias of an object is declared
   */
  public static Comparison ofBytes(Function<Manifest, SourceLocation> places) {
    return new Comparison(new SameBytes(new HunkHeadings(places)));
  }

  /**
   * Returns a comparison of meaning: current is what has the same objects with the same fields. The
   * order of objects and of keys, comments, quotes, layout, and whether it is YAML or JSON count
   * for nothing.
   *
   * @param places where the alias of an object is declared
   */
  public static Comparison ofObjects(Function<Manifest, SourceLocation> places) {
    return new Comparison(new SameObjects(new HunkHeadings(places)));
  }

  /**
   * Compares one file.
   *
   * @param name what the user calls the file
   * @param committed what it holds; empty: there is no such file
   */
  public List<Difference> file(String name, Rendered rendered, Optional<String> committed) {
    return committed.isEmpty()
        ? List.of(new Difference(Difference.Kind.MISSING, name, "missing"))
        : content.compare(name, rendered, committed.get());
  }

  /** Returns the difference that is a file which nothing declares any more. */
  public static Difference leftOver(String name) {
    return new Difference(Difference.Kind.LEFT_OVER, name, "left over; no declaration renders it");
  }
}
