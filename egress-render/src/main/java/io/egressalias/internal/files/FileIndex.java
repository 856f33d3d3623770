package io.egressalias.internal.files;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The index of an output directory. Each line has the name of a file written there, a blank, and
 * the source from which it was rendered. An index of an earlier release has only names. Other
 * lines, such as a path out of the directory, are ignored.
 */
final class FileIndex {
  /** The source of a file whose source is unknown. */
  static final String UNKNOWN = "";

  private static final String HEADER =
      "# Written by egress: each file here, and the source that it was rendered from.\n";

  /** A name that this library generates; it cannot lead to another directory. */
  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.yaml");

  private final NavigableMap<String, String> sources = new TreeMap<>();
  private final boolean tellsSources;

  private FileIndex(boolean tellsSources) {
    this.tellsSources = tellsSources;
  }

  /** Returns an index without lines. */
  static FileIndex empty() {
    return new FileIndex(true);
  }

  static FileIndex parse(String text) {
    FileIndex index = new FileIndex(text.startsWith(HEADER));
    text.lines().forEach(index::line);
    return index;
  }

  private void line(String line) {
    int blank = line.indexOf(' ');
    String name = blank < 0 ? line : line.substring(0, blank);
    if (isFileName(name)) {
      sources.put(name, blank < 0 ? UNKNOWN : line.substring(blank + 1));
    }
  }

  static boolean isFileName(String name) {
    return FILE_NAME.matcher(name).matches();
  }

  /** Returns whether the index was written by a release that records sources. */
  boolean tellsSources() {
    return tellsSources;
  }

  NavigableSet<String> names() {
    return sources.navigableKeySet();
  }

  boolean has(String name) {
    return sources.containsKey(name);
  }

  /** Returns the source of a file in the index. */
  String source(String name) {
    return sources.getOrDefault(name, UNKNOWN);
  }

  /** Returns an index with lines added or replaced, and lines removed. */
  FileIndex changed(NavigableMap<String, String> more, NavigableSet<String> less) {
    FileIndex index = empty();
    index.sources.putAll(sources);
    index.sources.keySet().removeAll(less);
    index.sources.putAll(more);
    return index;
  }

  /** Returns the text of the file. */
  String text() {
    StringBuilder text = new StringBuilder(HEADER);
    sources.forEach(
        (name, source) ->
            text.append(name).append(source.isEmpty() ? "" : " ").append(source).append('\n'));
    return text.toString();
  }
}
