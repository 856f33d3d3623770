package io.egressalias.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Strings that some reader of YAML takes for something else, or cannot take at all. */
public final class HostileStrings {
  private static final List<String> WORDS =
      List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none");

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

  /** Returns all of them, each once. */
  public static List<String> all() {
    Set<String> all = new LinkedHashSet<>(SCALARS);
    for (String word : WORDS) {
      all.add(word);
      all.add(word.toUpperCase(Locale.ROOT));
      all.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      all.add(word + " ");
      all.add("-" + word);
    }
    INDICATORS.codePoints().mapToObj(Character::toString).forEach(sign -> around(sign, all));
    for (int c = 0; c < 0x20; c++) {
      around(Character.toString(c), all);
    }
    for (int c = 0x7F; c < 0xA0; c++) {
      around(Character.toString(c), all);
    }
    all.add("k".repeat(300));
    all.add("long ".repeat(2_000));
    all.add("x".repeat(10_000));
    all.add("ü\n".repeat(5_000));
    return new ArrayList<>(all);
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
