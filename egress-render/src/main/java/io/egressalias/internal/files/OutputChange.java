package io.egressalias.internal.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The changes of a run in an output directory.
 *
 * @param before the index
 * @param objects the files with the name of an object, if there is no index
 * @param rendered the rendered files, each with its source
 * @param sources the sources of the run
 * @param isThere whether a file exists
 */
record OutputChange(
    FileIndex before,
    NavigableSet<String> objects,
    NavigableMap<String, String> rendered,
    Origins.In sources,
    Predicate<String> isThere) {
  /** The maximum number of names in a message. */
  private static final int MOST = 5;

  /** Returns the files that the run deletes: its sources do not render them any more. */
  NavigableSet<String> obsolete() {
    return others(name -> sources.owns(before.source(name)));
  }

  /**
   * Returns the lines that the index loses: those of deleted files, deleted by the run or by hand.
   */
  NavigableSet<String> dropped() {
    NavigableSet<String> dropped = others(name -> isWithoutSource(name) && !isThere.test(name));
    dropped.addAll(obsolete());
    return dropped;
  }

  FileIndex after() {
    return before.changed(rendered, dropped());
  }

  /** Returns the files that the run writes or deletes. */
  NavigableSet<String> touched() {
    NavigableSet<String> touched = obsolete();
    touched.addAll(rendered.keySet());
    return touched;
  }

  /** Returns the files for which the run cannot determine whether a declaration renders them. */
  NavigableSet<String> strays() {
    NavigableSet<String> strays = new TreeSet<>(objects);
    strays.removeAll(rendered.keySet());
    strays.addAll(others(name -> isUnknown(name) && isThere.test(name)));
    return strays;
  }

  private NavigableSet<String> others(Predicate<String> which) {
    NavigableSet<String> others = new TreeSet<>();
    for (String name : before.names()) {
      if (!rendered.containsKey(name) && which.test(name)) {
        others.add(name);
      }
    }
    return others;
  }

  private boolean isUnknown(String name) {
    return before.source(name).equals(FileIndex.UNKNOWN);
  }

  private boolean isWithoutSource(String name) {
    return isUnknown(name) || sources.isGone(before.source(name));
  }

  /** Returns the messages for the user. */
  List<String> messages(Path directory) {
    List<String> messages = new ArrayList<>();
    for (String name : obsolete()) {
      messages.add(
          "deleted `%s`: %s does not declare it any more"
              .formatted(directory.resolve(name), source(directory, before.source(name))));
    }
    rendered.forEach(
        (name, source) -> {
          String old = before.source(name);
          if (!old.equals(FileIndex.UNKNOWN) && !sources.owns(old)) {
            messages.add(
                "`%s` was rendered from %s before, and is rendered from %s now"
                    .formatted(
                        directory.resolve(name),
                        source(directory, old),
                        source(directory, source)));
          }
        });
    leftAlone(directory, messages);
    return messages;
  }

  private void leftAlone(Path directory, List<String> messages) {
    NavigableSet<String> strays = strays();
    if (!strays.isEmpty() && !(before.tellsSources() && objects.isEmpty())) {
      messages.add(
          "nothing is deleted this time, because no index in `%s` says what each file was rendered"
                  .formatted(directory)
              + " from. Delete what no declaration renders any more: "
              + list(directory, strays));
    }
    NavigableSet<String> gone =
        others(
            name ->
                sources.isGone(before.source(name))
                    && !sources.owns(before.source(name))
                    && isThere.test(name));
    if (!gone.isEmpty()) {
      messages.add(
          "the sources of some files are gone. Delete what no declaration renders any more: "
              + list(directory, gone));
    }
  }

  private static String list(Path directory, Collection<String> names) {
    List<String> shown =
        names.stream().limit(MOST).map(name -> "`" + directory.resolve(name) + "`").toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String source(Path directory, String id) {
    return id.equals(Origins.STDIN)
        ? "standard input"
        : "`" + directory.resolve(id).normalize() + "`";
  }
}
