package io.egressalias.internal.files;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The index of an output directory: a line for each file that was written there, with its name, a
 * blank, and the source that it was rendered from. An index of an earlier release has names alone.
 * A line that is anything else, such as a path out of the directory, counts for nothing.
 */
final class FileIndex {
  /** What stands for the source of a file of which it is not known. */
  static final String UNKNOWN = "";

  private static final String HEADER =
      "# Written by egress: each file here, and the source that it was rendered from.\n";

  /** A name that we give, which leads nowhere else. */
  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.yaml");

  private final NavigableMap<String, String> sources = new TreeMap<>();
  private final boolean tellsSources;

  private FileIndex(boolean tellsSources) {
    this.tellsSources = tellsSources;
  }

  /** Returns an index without a line. */
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

  /** Returns whether it was written by a release that knows sources. */
  boolean tellsSources() {
    return tellsSources;
  }

  NavigableSet<String> names() {
    return sources.navigableKeySet();
  }

  boolean has(String name) {
    return sources.containsKey(name);
  }

  /** Returns the source of a file that it names. */
  String source(String name) {
    return sources.getOrDefault(name, UNKNOWN);
  }

  /** Returns an index with some lines more, or with another source in them, and some less. */
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
