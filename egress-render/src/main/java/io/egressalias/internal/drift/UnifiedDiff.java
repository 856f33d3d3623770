package io.egressalias.internal.drift;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import io.egressalias.diagnostic.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Writes a unified diff for {@code patch} and {@code git apply}, from the committed to the rendered
 * text. The heading of each hunk, which these tools ignore, names its objects.
 */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@", Pattern.DOTALL);

  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private static final char KEPT = ' ';
  private static final char ADDED = '+';
  private static final char DELETED = '-';

  private final Rendered rendered;
  private final HunkHeadings headings;
  private final StringBuilder text = new StringBuilder();

  private UnifiedDiff(Rendered rendered, HunkHeadings headings) {
    this.rendered = rendered;
    this.headings = headings;
  }

  /** Returns the diff; empty if computing it would exceed the {@link ComparisonBudget}. */
  static String between(String file, String committed, Rendered rendered, HunkHeadings headings) {
    Map<String, String> known = new HashMap<>();
    List<String> old = lines(committed, known);
    List<String> now = lines(rendered.text(), known);
    known.clear();
    Patch<String> patch;
    try {
      patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(new ComparisonBudget()));
    } catch (ComparisonBudget.Lost e) {
      return "";
    }
    Patch<String> moved = new HunkAligner(old, now).moved(patch);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(name(file), name(file), old, moved, CONTEXT);
    return new UnifiedDiff(rendered, headings).write(lines);
  }

  /** The tools read the name up to a tab; without a tab they stop at a blank. */
  private static String name(String file) {
    String before = "--- ";
    String printable =
        Printable.line(before + file).substring(before.length()).replace("\t", "\\u0009");
    return printable.indexOf(' ') < 0 ? printable : printable + "\t";
  }

  /**
   * Splits a text into lines; a missing line end is part of the last line. Equal lines share one
   * string, because manifests have many equal lines.
   */
  private static List<String> lines(String text, Map<String, String> known) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      String line = end < 0 ? text.substring(start) + NO_NEWLINE : text.substring(start, end);
      String same = known.putIfAbsent(line, line);
      lines.add(same == null ? line : same);
      start = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }

  private String write(List<String> lines) {
    int i = 0;
    while (i < lines.size()) {
      Matcher hunk = HUNK.matcher(lines.get(i));
      int end = i + 1;
      if (hunk.matches()) {
        end = end(lines, i + 1);
        hunk(hunk, arranged(lines.subList(i + 1, end)));
      } else {
        text.append(lines.get(i)).append('\n');
      }
      i = end;
    }
    return text.toString();
  }

  /**
   * No line of the text starts like the header of a hunk, because each line has a sign before it.
   */
  private static int end(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && !lines.get(end).startsWith("@@")) {
      end++;
    }
    return end;
  }

  private void hunk(Matcher numbers, List<String> body) {
    String heading = headings.of(subjects(start(numbers, 3), body));
    text.append("@@ -")
        .append(range(numbers, 1))
        .append(" +")
        .append(range(numbers, 3))
        .append(" @@")
        .append(heading.isEmpty() ? "" : " ")
        .append(heading)
        .append('\n');
    body.forEach(line -> text.append(line).append('\n'));
  }

  private static int start(Matcher numbers, int group) {
    return Integer.parseInt(numbers.group(group));
  }

  /** An empty range starts at line 0, which the library does not support. */
  private static String range(Matcher numbers, int group) {
    String size = numbers.group(group + 1);
    return size.equals("0") ? "0,0" : numbers.group(group) + "," + size;
  }

  /** The library puts added lines before or after deleted ones; readers expect them after. */
  private static List<String> arranged(List<String> body) {
    List<String> arranged = new ArrayList<>();
    for (int i = 0; i < body.size(); ) {
      int end = endOfRun(body, i);
      List<String> run = body.subList(i, end);
      for (char sign : new char[] {KEPT, DELETED, ADDED}) {
        run.stream().filter(line -> line.charAt(0) == sign).forEach(arranged::add);
      }
      i = end;
    }
    return arranged;
  }

  private HunkHeadings.Subjects subjects(int firstLine, List<String> body) {
    HunkHeadings.Subjects subjects = new HunkHeadings.Subjects();
    int line = firstLine - 1;
    for (int i = 0; i < body.size(); ) {
      List<String> run = body.subList(i, endOfRun(body, i));
      int next = line + (int) run.stream().filter(each -> each.charAt(0) != DELETED).count();
      if (run.get(0).charAt(0) != KEPT && next == line) {
        deleted(run, line, subjects);
      } else if (run.get(0).charAt(0) != KEPT) {
        IntStream.range(line, next).forEach(each -> rendered.at(each).ifPresent(subjects::add));
      }
      line = next;
      i += run.size();
    }
    return subjects;
  }

  /** A run consists of kept lines only, or of changed lines only. */
  private static int endOfRun(List<String> body, int from) {
    boolean kept = body.get(from).charAt(0) == KEPT;
    int end = from + 1;
    while (end < body.size() && (body.get(end).charAt(0) == KEPT) == kept) {
      end++;
    }
    return end;
  }

  /**
   * If the start of an object is deleted, the object is. Other deleted lines belong to the object
   * before them, except a comment, which belongs to the object below it.
   */
  private void deleted(List<String> run, int line, HunkHeadings.Subjects subjects) {
    if (run.stream().anyMatch(each -> HunkAligner.isObject(each.substring(1)))) {
      subjects.addWhatIsGone();
    } else {
      rendered
          .at(HunkAligner.isComment(run.get(0).substring(1)) ? line : line - 1)
          .ifPresent(subjects::add);
    }
  }
}
