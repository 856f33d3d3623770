package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.JsonTrees;
import io.egressalias.internal.text.LargeText;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Reads a text that is too large to be held as trees, such as all objects of a cluster. Large lists
 * are cut into their items, which are read one at a time; an item of another kind is only counted.
 */
final class LargeReading {
  /** A document up to this size is read as a whole: an anchor may repeat a value in it. */
  static final int USUAL = 1 << 20;

  /** A document, or an item, up to this size is read if it cannot be cut. */
  private static final int MOST = 32 << 20;

  private static final int LONGEST_WORD = 100;

  /** The width of a dash and a blank. */
  private static final int DASH = 2;

  private static final String BEGINS = "---";

  private final LargeText text;
  private final SetReading set;
  private final int usual;

  private LargeReading(LargeText text, SetReading set, int usual) {
    this.text = text;
    this.set = set;
    this.usual = usual;
  }

  static void read(LargeText text, SetReading set) {
    read(text, set, USUAL);
  }

  /**
   * Reads a text.
   *
   * @param usual the size up to which a document is read as a whole
   */
  static void read(LargeText text, SetReading set, int usual) {
    new LargeReading(text, set, usual).documents();
  }

  /** Returns whether a value needs no quotes, so that it is the same for every reader. */
  static boolean isWord(CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '.';
      if (!letter && (i == 0 || !(c == '-' || (c >= '0' && c <= '9')))) {
        return false;
      }
    }
    return value.length() > 0 && value.length() <= LONGEST_WORD;
  }

  private void documents() {
    int start = text.startsWith("\u00ef\u00bb\u00bf", 0, text.length()) ? 3 : 0;
    int startLine = 1;
    int line = 1;
    boolean content = false;
    for (int at = start; at < text.length(); line++) {
      int next = Math.min(text.length(), text.find((byte) '\n', at, text.length()) + 1);
      if (content && isMarker(at, next)) {
        document(start, at, startLine);
        start = at;
        startLine = line;
        content = false;
      } else {
        content |= "%#\r\n".indexOf(text.at(at)) < 0 && !isMarker(at, next);
      }
      at = next;
    }
    document(start, text.length(), startLine);
  }

  private boolean isMarker(int at, int next) {
    int end = at + BEGINS.length();
    return text.startsWith(BEGINS, at, next)
        && (end == next || " \t\r\n".indexOf(text.at(end)) >= 0);
  }

  private void document(int start, int end, int line) {
    if (end - start <= usual) {
      whole(start, end, line);
      return;
    }
    int first = start;
    int firstLine = line;
    if (isMarker(start, end)) {
      first = Math.min(end, text.find((byte) '\n', start, end) + 1);
      firstLine++;
    }
    while (first < end && text.at(first) <= ' ' && text.at(first) >= 0) {
      firstLine += text.at(first) == '\n' ? 1 : 0;
      first++;
    }
    if (first < end && text.at(first) == '{' && json(first, end, firstLine)) {
      return;
    }
    LargeYamlList list = LargeYamlList.of(text, start, end, line);
    if (list.isList()) {
      yaml(start, end, line, list);
    } else {
      whole(start, end, line);
    }
  }

  private void whole(int start, int end, int line) {
    if (end - start > MOST) {
      tooLarge(new Position(line, 1));
      return;
    }
    try {
      for (YamlDocument part : YamlDocuments.of(text.text(start, end))) {
        set.part(new YamlDocument(part.text(), part.line() + line - 1));
      }
    } catch (CharacterCodingException e) {
      notText(new Position(line, 1));
    }
  }

  private void tooLarge(Position place) {
    set.problem(
        new ReadingProblem(
            Rule.LIMIT,
            place,
            "expected at most " + (MOST >> 20) + " MiB in an object, found more",
            "Remove the object from the input"));
  }

  private void notText(Position place) {
    set.problem(
        new ReadingProblem(
            Rule.TEXT,
            place,
            "expected text in UTF-8, found other bytes in the object that starts here",
            "Save the file as UTF-8, or remove the object from the input"));
  }

  private void yaml(int start, int end, int line, LargeYamlList list) {
    try {
      // Without its items, the list has an empty field for them.
      String head = text.text(start, list.head());
      String frame = head + text.text(list.tail(), Math.min(end, list.tail() + usual));
      SetReading.Inherited inherited = set.list(new YamlDocument(frame, line));
      ListItems items = list.items();
      for (int item = 0; item < items.count(); item++) {
        String version = list.word(item, "apiVersion");
        String kind = list.word(item, "kind");
        Position place = new Position(items.line(item), items.column(item) + DASH);
        if (!skipped(items, item, version, kind, place)) {
          yaml(items, item, inherited);
        }
      }
    } catch (CharacterCodingException e) {
      notText(new Position(line, 1));
    }
  }

  private void yaml(ListItems items, int item, SetReading.Inherited inherited) {
    Position place = new Position(items.line(item), items.column(item));
    if (items.end(item) - items.start(item) > MOST) {
      tooLarge(place);
      return;
    }
    try {
      StringBuilder read = new StringBuilder(text.text(items.start(item), items.end(item)));
      read.setCharAt(items.column(item) - 1, ' ');
      set.item(new YamlDocument(read.toString(), place.line()), inherited);
    } catch (CharacterCodingException e) {
      notText(place);
    }
  }

  /** Counts an item of another kind. Returns whether nothing else is to be read in it. */
  private boolean skipped(ListItems items, int item, String version, String kind, Position place) {
    boolean read =
        version.isEmpty()
            || kind.isEmpty()
            || !set.isOther(version, kind)
            || (!set.isMeshed() && text.contains("istio", items.start(item), items.end(item)));
    if (!read) {
      set.other(kind, place);
    }
    return !read;
  }

  /** Reads JSON documents. Returns whether the text is JSON up to the end. */
  private boolean json(int start, int end, int firstLine) {
    int at = start;
    int line = firstLine;
    int column = 1;
    while (at < end) {
      LargeJson json = LargeJson.of(text, at, end, line, column);
      if (json.end() == 0 || !json(json, at, new Position(line, column))) {
        return false;
      }
      line = json.line();
      column = json.column();
      at = json.end();
      while (at < end && text.at(at) <= ' ' && text.at(at) >= 0) {
        line += text.at(at) == '\n' ? 1 : 0;
        column = text.at(at) == '\n' ? 1 : column + 1;
        at++;
      }
    }
    return true;
  }

  private boolean json(LargeJson json, int start, Position place) {
    int frameEnd = json.isList() ? json.head() + 1 : json.end();
    if (frameEnd - start > MOST) {
      tooLarge(place);
      return true;
    }
    try {
      if (!json.isList()) {
        return json(text.text(start, json.end()), place, SetReading.Inherited.NOTHING);
      }
      String frame = text.text(start, frameEnd) + text.text(json.tail(), json.end());
      SetReading.Inherited inherited = set.list(JsonTrees.read(frame, 0, place));
      ListItems items = json.items();
      for (int item = 0; item < items.count(); item++) {
        int from = items.start(item);
        String version = LargeJson.word(text, from, items.end(item), "apiVersion");
        String kind = LargeJson.word(text, from, items.end(item), "kind");
        Position at = new Position(items.line(item), items.column(item));
        if (!skipped(items, item, version, kind, at)) {
          json(text.text(from, items.end(item)), at, inherited);
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      notText(place);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private boolean json(String part, Position place, SetReading.Inherited inherited) {
    try {
      List<Tree> trees = JsonTrees.read(part, 0, place);
      set.trees(part, trees, inherited);
      return true;
    } catch (JacksonException e) {
      set.problem(
          new ReadingProblem(
              Rule.NOT_YAML,
              place,
              "expected JSON, found a mistake in the object that starts here",
              "Check the object with `kubectl create --dry-run=client -f FILE`"));
      return true;
    }
  }
}
