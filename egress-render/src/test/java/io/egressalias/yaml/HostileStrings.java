package io.egressalias.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The corpus of strings that some YAML reader interprets as another type or cannot read: every form
 * of YAML 1.1 and 1.2 that is not a string, indicators at every position, and every control, line
 * end and noncharacter. All tests of hostile text use it.
 */
public final class HostileStrings {
  /** Booleans, nulls and numbers of any version or reader of YAML. */
  private static final List<String> WORDS =
      List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none");

  private static final List<String> SIGNS = List.of("", "-", "+");

  /** Numbers without a sign, in every base and notation, valid and nearly valid. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "00",
          "1",
          "01",
          "08",
          "0777",
          "0_7",
          "0o7",
          "0o17",
          "0o8",
          "0O17",
          "0o_7",
          "0o",
          "0x1",
          "0xF",
          "0X1F",
          "0x_1",
          "0x1_",
          "0x1p-2",
          "0x1.8p3",
          "0xdeadBEEF",
          "0x",
          "0b0",
          "0b101",
          "0B1",
          "0b1_0",
          "0b_",
          "0b2",
          "0b",
          "1_000",
          "1__0",
          "1_",
          "_1",
          "1_0.5",
          "1_0e1_0",
          "1,000",
          "1 000",
          "1'000",
          "1.",
          "1.0",
          "1.10",
          ".5",
          "._5",
          ".5_",
          "1._5",
          "1e3",
          "1E3",
          "1e+3",
          "1e-3",
          "1e",
          "1e+",
          ".5e3",
          "1.5e3",
          "1.5E-3",
          "1.e3",
          ".e1",
          "1.5e3.5",
          "685.230_15e+03",
          "1e400",
          "1e-400",
          "1:0",
          "1:30",
          "1:60",
          "0:0",
          "01:30",
          "1:2:3",
          "190:20:30",
          "190:20:30.15",
          "1_0:20",
          "1:30.",
          "1:30e3",
          "1:99",
          "24:00:00",
          "1:2:3:4:5:6:7:8",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "9007199254740993",
          "99999999999999999999999999999999",
          "1.7976931348623159e309",
          ".inf",
          ".Inf",
          ".INF",
          ".iNF",
          ".nan",
          ".NaN",
          ".NAN",
          ".Nan",
          "inf",
          "Infinity",
          "NaN",
          "1n",
          "1f",
          "1L",
          "1d",
          "1%",
          "1k",
          "1Ki",
          "100m",
          "1h30m");

  private static final List<String> TIMES =
      List.of(
          "2001-12-14",
          "2001-1-1",
          "2001-01",
          "2001-13-45",
          "0000-00-00",
          "20011214",
          "2001-12-15T02:59:43.1Z",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10 -5",
          "2001-12-15 2:59:43.10",
          "2001-12-14 21:59:43",
          "2001-12-14T21:59",
          "2001-12-14\t21:59:43Z",
          "2001-12-14T21:59:43+0530",
          "2001-W50-5",
          "21:59:43",
          "21:59",
          "12:30:45.5");

  /** Starts and ends of documents, comments, tags, anchors and blocks; merges and values. */
  private static final List<String> STRUCTURE =
      List.of(
          "<<: *a",
          "<< ",
          "<<<",
          "= ",
          "==",
          "? ",
          "?",
          ": ",
          "::",
          "a::b",
          "a:: b",
          ":a:",
          "- - a",
          "--- ",
          "--- |",
          "---a",
          "---\ta",
          "... ",
          "...a",
          "...\n",
          "---\n",
          "\n---",
          "\n...",
          "\n---\n",
          "a\n--- b",
          "a\n...",
          "%YAML 1.2\n---\na",
          "%TAG ! tag:example.com,2000:",
          "%",
          "!!int 1",
          "!!null",
          "!!binary aGk=",
          "!<tag:yaml.org,2002:int> 1",
          "!!python/name:os.system",
          "!!js/function",
          "&a *a",
          "&a",
          "*a ",
          "*a:",
          "&a:",
          "|+",
          ">-",
          "|2",
          "|\n a",
          ">\n a",
          "\"a\": b",
          "'a': b",
          "\"a\" b",
          "'a' b",
          "{a}",
          "{a: b",
          "a}",
          "[a",
          "a]",
          "a,b",
          "[]",
          "{}",
          "a #",
          "a # b",
          "a\t#b",
          "a\t# b",
          "#",
          "##",
          " #a",
          "a:\tb",
          "a:\n",
          "a :",
          "a: ",
          "- ",
          "-\n",
          "-\ta",
          "?\ta",
          "- a\n- b",
          "a: 1\nb: 2",
          "\ta: b",
          "  a: b",
          "a\n  b: c",
          "a\\\nb",
          "\\x41",
          "\\u0041",
          "\\U0001F600",
          "\\ud83d",
          "\\/",
          "\\ ",
          "\\\"",
          "\"\\\"",
          "$a",
          "${a}",
          "{{a}}",
          "<a>",
          "&lt;",
          "a&b",
          "@",
          "`");

  /**
   * White space, marks and formats beyond ASCII; noncharacters; the last character of each kind.
   */
  private static final List<String> CHARACTERS =
      List.of(
          "\u00A0",
          "\u00AD",
          "\u061C",
          "\u1680",
          "\u180E",
          "\u2000",
          "\u2003",
          "\u2007",
          "\u2009",
          "\u200B",
          "\u200C",
          "\u200D",
          "\u200E",
          "\u200F",
          "\u2028",
          "\u2029",
          "\u202A",
          "\u202E",
          "\u202F",
          "\u205F",
          "\u2060",
          "\u2066",
          "\u2069",
          "\u3000",
          "\u3164",
          "\uFE0F",
          "\uFEFF",
          "\uFFF9",
          "\uFFFC",
          "\uFFFD",
          "\uFFFE",
          "\uFFFF",
          "\uFDD0",
          "\uFDEF",
          "\u0300",
          "\u0085",
          "\u07FF",
          "\u0800",
          "\uD7FF",
          "\uE000",
          "\uF8FF",
          "\uD800\uDC00",
          "\uD83D\uDE00",
          "\uD83F\uDFFE",
          "\uD83F\uDFFF",
          "\uDB40\uDC01",
          "\uDBFF\uDFFD",
          "\uDBFF\uDFFE",
          "\uDBFF\uDFFF");

  /** Unpaired surrogates, which no YAML reader accepts. */
  private static final List<String> HALVES =
      List.of(
          "\uD800",
          "\uDBFF",
          "\uDC00",
          "\uDFFF",
          "a\uD83D",
          "\uD83Da",
          "\uDE00a",
          "\uDE00\uD83D",
          "\uD83D\uD83D\uDE00",
          "\uD83D\uDE00\uDE00");

  /** Hostile for reasons other than those of the lists above, or for several. */
  private static final List<String> SCALARS =
      List.of(
          "~",
          "=",
          "<<",
          "0",
          "-0",
          "+0",
          "1",
          "-1",
          "+1",
          "80",
          "007",
          "0777",
          "0o17",
          "0O17",
          "0x1F",
          "0X1f",
          "-0x1",
          "0b101",
          "0B1",
          "1_000",
          "_1",
          "1_",
          "1__0",
          "0_",
          "1,000",
          "08",
          "09",
          "1.",
          "1.0",
          "1.10",
          "1.30",
          ".5",
          "-.5",
          "+.5",
          ".",
          "..",
          ".e1",
          "1e3",
          "1E3",
          "1e+3",
          "1e-3",
          "1.5e3",
          "685.230_15e+03",
          "1.e3",
          ".inf",
          "-.inf",
          "+.inf",
          ".Inf",
          ".INF",
          ".nan",
          ".NaN",
          ".NAN",
          "Infinity",
          "-Infinity",
          "1:30",
          "1:2:3:4:5:6:7:8",
          "12:30:45",
          "190:20:30",
          "190:20:30.15",
          "-1:30",
          "1:60",
          "0:0",
          "2024-01-01",
          "2024-1-1",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10 -5",
          "2001-12-15 2:59:43.10",
          "12345678901234567890",
          "99999999999999999999999",
          "1e400",
          "0.1e-400",
          "1.7976931348623159e309",
          "0x",
          "0b",
          "0o",
          "0b2",
          "0xg",
          "9223372036854775808",
          "-9223372036854775809",
          "1.2.3",
          "91.198.174.192",
          "10.0.0.1",
          "::1",
          "2001:db8::1",
          "fe80::1%eth0",
          "a:b",
          "a: b",
          "a:",
          ":a",
          ": a",
          "a :b",
          "a #b",
          "a# b",
          "#a",
          "# a",
          "---",
          "--- a",
          "...",
          "... a",
          "--",
          "----",
          "%YAML 1.1",
          "!!str a",
          "!a",
          "&a",
          "*a",
          "*",
          "&",
          "!",
          "- a",
          "? a",
          "-a",
          "?a",
          "{{ .Values.x }}",
          "{a: b}",
          "[a, b]",
          "a, b",
          "{",
          "}",
          "[",
          "]",
          "'",
          "\"",
          "''",
          "\"\"",
          "it's",
          "say \"so\"",
          "\\",
          "\\n",
          "a\\",
          "\\ud83d\\ude00",
          "\\\\ud83d",
          "C:\\temp\\new",
          "|",
          ">",
          "|-",
          ">+",
          "| a",
          "> a",
          "`a`",
          "@a",
          "%a",
          "a%b",
          "$(a)",
          "",
          " ",
          "  ",
          " a",
          "a ",
          "\t",
          "\ta",
          "a\t",
          "a\tb",
          "\n",
          "a\n",
          "\na",
          "a\nb",
          "a\n\nb",
          "a\n\n",
          "\n\n",
          " \n ",
          "a\n b",
          "a \n b",
          "a\n---\nb",
          "a\n...\nb",
          "a\n# b",
          "\r",
          "a\r",
          "a\r\nb",
          "a\rb",
          "\r\n",
          "Ünïcödé",
          "東京",
          "שלום",
          "مرحبا",
          "é",
          "e\u0301",
          "\u200F",
          "\u202E",
          "\u200B",
          "\u00A0",
          "\u00A0a",
          "a\u00A0",
          "\u3000",
          "\uFFFD",
          "\uD7FF",
          "\uE000",
          "\uFFFE",
          "\uFFFF",
          "a\uFFFEb",
          "😀",
          "a😀b",
          "👨‍👩‍👧",
          "\uD800\uDC00",
          "\uDBFF\uDFFF",
          "\uD83F\uDFFE",
          "\u0085",
          "a\u0085b",
          "\u2028",
          "a\u2028b",
          "\u2029",
          "a\u2029b",
          "\uFEFF",
          "\uFEFFa",
          "a\uFEFF",
          "a\uFEFFb",
          "\u2028\u2029\uFEFF\u0085");

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`~=<.\\/+_$^();";

  private HostileStrings() {}

  /** All strings that are text; each once. */
  public static List<String> all() {
    Set<String> all = new LinkedHashSet<>(SCALARS);
    for (String word : WORDS) {
      inEveryCase(word, "", all);
      all.add(word + " ");
      all.add(" " + word);
      all.add(word + "\n");
      all.add(word + ":");
      all.add(word + " #");
      all.add("-" + word);
    }
    for (String number : NUMBERS) {
      SIGNS.forEach(sign -> all.add(sign + number));
      all.add(number + " ");
      all.add(number + ":");
    }
    all.addAll(TIMES);
    all.addAll(STRUCTURE);
    INDICATORS.codePoints().mapToObj(Character::toString).forEach(sign -> around(sign, all));
    for (int c = 0; c <= ' '; c++) {
      around(Character.toString(c), all);
    }
    for (int c = 0x7F; c < 0xA0; c++) {
      around(Character.toString(c), all);
    }
    CHARACTERS.forEach(character -> around(character, all));
    all.add("k".repeat(300));
    all.add("k".repeat(1025));
    all.add("long ".repeat(2_000));
    all.add("x".repeat(30_000));
    all.add("ü\n".repeat(5_000));
    all.add("\uD83D\uDE00".repeat(3_000));
    all.add(" ".repeat(200));
    all.add("\n".repeat(200));
    return new ArrayList<>(all);
  }

  /** Java strings with an unpaired surrogate, which are not text. */
  public static List<String> halves() {
    return HALVES;
  }

  /** Adds a word in every case: YAML recognizes some of them, and readers more. */
  private static void inEveryCase(String word, String begun, Set<String> all) {
    if (begun.length() == word.length()) {
      all.add(begun);
      return;
    }
    String letter = word.substring(begun.length(), begun.length() + 1);
    inEveryCase(word, begun + letter, all);
    inEveryCase(word, begun + letter.toUpperCase(Locale.ROOT), all);
  }

  private static void around(String sign, Set<String> all) {
    all.add(sign);
    all.add(sign + sign);
    all.add(sign + "a");
    all.add("a" + sign);
    all.add("a" + sign + "b");
    all.add(sign + " a");
    all.add("a " + sign);
    all.add("a" + sign + " b");
    all.add("a " + sign + "b");
  }
}
