package io.egressalias.internal.manifest;

import io.egressalias.internal.text.LargeText;

/**
 * The items of a large list in YAML, as kubectl prints it: {@code items:} in the first column, and
 * below it one item after the other, each with a dash in the same column. The content of an item is
 * indented more than its dash, so that an item is found without reading its content.
 */
final class LargeYamlList {
  private static final String ITEMS = "items:";

  private final LargeText text;
  private final int end;
  private final ListItems items = new ListItems();

  /** The offset after the line {@code items:}; 0: there is no such line. */
  private int head;

  /** The offset after the last item. */
  private int tail;

  private int dash = -1;
  private int line;
  private int itemStart = -1;
  private int itemLine;

  private LargeYamlList(LargeText text, int end) {
    this.text = text;
    this.end = end;
  }

  static LargeYamlList of(LargeText text, int start, int end, int firstLine) {
    LargeYamlList list = new LargeYamlList(text, end);
    list.scan(start, firstLine);
    return list;
  }

  /** Returns whether the document has a list of items. */
  boolean isList() {
    return head > 0 && items.count() > 0;
  }

  ListItems items() {
    return items;
  }

  /** Returns the offset after the line {@code items:}. */
  int head() {
    return head;
  }

  /** Returns the offset after the last item. */
  int tail() {
    return tail;
  }

  private void scan(int start, int firstLine) {
    line = firstLine;
    tail = end;
    for (int at = start; at < end; line++) {
      int next = Math.min(end, text.find((byte) '\n', at, end) + 1);
      if (head == 0) {
        head = isItems(at, next) ? next : 0;
      } else if (!line(at, next)) {
        tail = at;
        break;
      }
      at = next;
    }
    item(tail);
  }

  private boolean isItems(int at, int next) {
    return text.startsWith(ITEMS, at, next) && isBlank(at + ITEMS.length(), next);
  }

  /** Returns whether the list goes on in a line. */
  private boolean line(int at, int next) {
    int first = first(at, next);
    if (isBlank(first, next)) {
      return true;
    }
    int indent = first - at;
    byte begin = text.at(first);
    if (dash < 0) {
      dash = begin == '-' ? indent : -1;
      if (dash < 0) {
        return begin == '#';
      }
    }
    if (indent > dash || (begin == '#')) {
      return true;
    }
    if (indent < dash || begin != '-' || !isDash(first, next)) {
      return false;
    }
    item(at);
    itemStart = at;
    itemLine = line;
    return true;
  }

  private boolean isDash(int first, int next) {
    return first + 1 >= next || " \r\n".indexOf(text.at(first + 1)) >= 0;
  }

  private void item(int at) {
    if (itemStart >= 0) {
      items.add(itemStart, at, itemLine, dash + 1);
    }
    itemStart = -1;
  }

  private int first(int at, int next) {
    int first = at;
    while (first < next && text.at(first) == ' ') {
      first++;
    }
    return first;
  }

  private boolean isBlank(int at, int next) {
    for (int i = at; i < next; i++) {
      if (" \t\r\n".indexOf(text.at(i)) < 0) {
        return text.at(i) == '#' && i > at;
      }
    }
    return true;
  }

  /** Returns the value of a key of an item, if it is a word in the line of the key. */
  String word(int item, String key) {
    int start = items.start(item);
    int itemEnd = items.end(item);
    int column = -1;
    for (int at = start; at < itemEnd; ) {
      int next = Math.min(itemEnd, text.find((byte) '\n', at, itemEnd) + 1);
      int from = at == start ? at + dash + 1 : at;
      int first = first(from, next);
      column = column < 0 && first < next && text.at(first) > ' ' ? first - at : column;
      if (first - at == column && text.startsWith(key, first, next)) {
        return word(first + key.length(), next);
      }
      at = next;
    }
    return "";
  }

  private String word(int at, int next) {
    if (at >= next || text.at(at) != ':') {
      return "";
    }
    int first = first(at + 1, next);
    StringBuilder word = new StringBuilder();
    for (int i = first; i < next && text.at(i) > ' '; i++) {
      word.append((char) text.at(i));
    }
    return LargeReading.isWord(word) && first > at + 1 ? word.toString() : "";
  }
}
