package io.egressalias.internal.manifest;

import io.egressalias.internal.text.LargeText;

/**
 * One large JSON document, which may be a list. Finds the items by counting brackets, without
 * reading their content.
 */
final class LargeJson {
  private static final String ITEMS = "items";

  private final LargeText text;
  private final int limit;
  private final ListItems items = new ListItems();

  private int at;
  private int line;
  private int column;
  private int depth;
  private int end;

  /** The start and the end of the last string in the outermost object. */
  private int keyStart;

  private int keyEnd;

  /** The offset of the bracket that starts the items; 0: there are no items. */
  private int head;

  /** The offset of the bracket that ends the items. */
  private int tail;

  private int itemStart = -1;
  private int itemLine;
  private int itemColumn;

  private LargeJson(LargeText text, int start, int limit, int line, int column) {
    this.text = text;
    this.at = start;
    this.limit = limit;
    this.line = line;
    this.column = column;
  }

  /** Scans the document that starts at an offset. */
  static LargeJson of(LargeText text, int start, int limit, int line, int column) {
    LargeJson json = new LargeJson(text, start, limit, line, column);
    json.scan();
    return json;
  }

  ListItems items() {
    return items;
  }

  /** Returns whether the document has items between brackets. */
  boolean isList() {
    return tail > 0;
  }

  /** Returns the offset of the bracket that starts the items. */
  int head() {
    return head;
  }

  /** Returns the offset of the bracket that ends the items. */
  int tail() {
    return tail;
  }

  /** Returns the offset after the document; 0: the document does not end. */
  int end() {
    return end;
  }

  /** Returns the line at the end. */
  int line() {
    return line;
  }

  /** Returns the column at the end. */
  int column() {
    return column;
  }

  private void scan() {
    while (at < limit && end == 0) {
      byte c = text.at(at);
      if (itemStart < 0 && tail == 0 && inItems() && c > ' ' && c != ',' && c != ']') {
        itemStart = at;
        itemLine = line;
        itemColumn = column;
      }
      switch (c) {
        case '"' -> string();
        case '{', '[' -> open(c);
        case '}', ']' -> close();
        case ',' -> separator();
        default -> step(c);
      }
    }
  }

  private boolean inItems() {
    return head > 0 && depth == 2;
  }

  private void step(byte c) {
    if (c == '\n') {
      line++;
      column = 1;
    } else if ((c & 0xC0) != 0x80) {
      column++;
    }
    at++;
  }

  private void string() {
    int start = at + 1;
    step(text.at(at));
    while (at < limit && text.at(at) != '"') {
      if (text.at(at) == '\\' && at + 1 < limit) {
        step(text.at(at));
      }
      step(text.at(at));
    }
    if (depth == 1) {
      keyStart = start;
      keyEnd = at;
    }
    if (at < limit) {
      step(text.at(at));
    }
  }

  private void open(byte c) {
    boolean list = c == '[' && depth == 1 && head == 0;
    if (list && keyEnd - keyStart == ITEMS.length() && text.startsWith(ITEMS, keyStart, keyEnd)) {
      head = at;
    }
    depth++;
    step(c);
  }

  private void close() {
    if (inItems() && tail == 0) {
      item();
      tail = at;
    }
    depth--;
    step((byte) '}');
    if (depth <= 0) {
      end = at;
    }
  }

  private void separator() {
    if (inItems()) {
      item();
    }
    step((byte) ',');
  }

  private void item() {
    if (itemStart >= 0) {
      items.add(itemStart, at, itemLine, itemColumn);
    }
    itemStart = -1;
  }

  /** Returns the value of a key of an item, if it is a word. */
  static String word(LargeText text, int start, int end, String key) {
    int nesting = 0;
    for (int i = start; i < end; i++) {
      byte c = text.at(i);
      if (c == '{' || c == '[') {
        nesting++;
      } else if (c == '}' || c == ']') {
        nesting--;
      } else if (c == '"') {
        int close = closing(text, i + 1, end);
        if (nesting == 1 && close - i - 1 == key.length() && text.startsWith(key, i + 1, close)) {
          int colon = blanks(text, close + 1, end);
          if (colon < end && text.at(colon) == ':') {
            return value(text, blanks(text, colon + 1, end), end);
          }
        }
        i = close;
      }
    }
    return "";
  }

  private static String value(LargeText text, int quote, int end) {
    StringBuilder word = new StringBuilder();
    if (quote < end && text.at(quote) == '"') {
      int close = closing(text, quote + 1, end);
      for (int i = quote + 1; i < close; i++) {
        word.append((char) text.at(i));
      }
    }
    return LargeReading.isWord(word) ? word.toString() : "";
  }

  private static int closing(LargeText text, int from, int end) {
    int i = from;
    while (i < end && text.at(i) != '"') {
      i += text.at(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, end);
  }

  private static int blanks(LargeText text, int from, int end) {
    int i = from;
    while (i < end && text.at(i) <= ' ') {
      i++;
    }
    return i;
  }
}
