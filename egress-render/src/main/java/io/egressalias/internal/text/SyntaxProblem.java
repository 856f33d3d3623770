package io.egressalias.internal.text;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree.Position;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Translates an error of the parser into a message about its cause. The parser reports where it
 * cannot continue; the cause is one of a few mistakes and is often in an earlier line.
 */
public final class SyntaxProblem {
  private static final String INDENT = "Use the same indentation for all keys of a map";
  private static final String BEGINNINGS = "Quote text that starts with one of `* & ! @ % | > [ {`";

  private static final Pattern FLOW = Pattern.compile("expected ',' or '(.)', but got (.*)");
  private static final Pattern FOUND = Pattern.compile("found (?:character )?'([^']+)'.*");

  /** What the parser says of a {@code :} in a value without quotes. */
  private static final String SECOND_COLON = "mapping values";

  /** Characters by which a line may be more than a key and a value without quotes. */
  private static final Pattern SPECIAL = Pattern.compile(".*[\"'\\\\#`{}\\[\\]&*!|>%@].*");

  /** The parser's token for the end of a text in which something is unclosed. */
  private static final String END = "<stream end>";

  /**
   * An error of the parser.
   *
   * @param context part of the parser's description of what it was parsing
   * @param problem part of the parser's description of what it found
   * @param opening whether the position is the start of what it was parsing
   */
  private record Known(
      String context, String problem, String message, String remedy, boolean opening) {

    boolean fits(MarkedYamlEngineException e) {
      return String.valueOf(e.getContext()).contains(context)
          && String.valueOf(e.getProblem()).contains(problem);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          here("next token", "TAB", "expected spaces, found a tab", "Replace the tab with spaces"),
          here(
              "next token",
              "cannot start",
              "expected quoted text, found unquoted text that starts with a YAML indicator",
              BEGINNINGS),
          opening(
              "quoted scalar",
              "found unexpected",
              "expected a closing quote for the quote at this position, found none",
              "Add the closing quote"),
          here(
              "quoted scalar",
              "escape character L(",
              "the escape `\\L` is not supported",
              "Write `\\u2028` for a line separator"),
          here(
              "quoted scalar",
              "escape character P(",
              "the escape `\\P` is not supported",
              "Write `\\u2029` for a paragraph separator"),
          here(
              "quoted scalar",
              "escape",
              "the backslash does not start a valid escape",
              "Write `\\\\` for a backslash, or use single quotes"),
          here(
              "node",
              "<stream end>",
              "expected a value, found the end of the document",
              "Add the value, and close every `[` and `{`"),
          here(
              "",
              SECOND_COLON,
              "expected the end of the value, found `:`",
              "Quote text that contains `: `, or use the same indentation for all keys of a map"),
          here(
              "",
              "sequence entries",
              "expected a value, found `- `",
              "Move the list to the line after its key, or write the list as `[a, b]`"),
          here(
              "",
              "block end>, but found '<block",
              "the indentation matches no earlier line",
              INDENT),
          here("", "block end>, but found '-", "the indentation matches no earlier line", INDENT),
          here("", "block end>, but found '?", "the indentation matches no earlier line", INDENT),
          here(
              "",
              "block end>",
              "expected the end of the value, found more text",
              "Quote the whole value, and write `''` for a quote inside single quotes"),
          opening(
              "simple key",
              "':'",
              "expected `:` after a key, found none",
              "Write `key: value`, or indent text that continues the line before"),
          opening("scanning an alias", "", "expected a name after `*`", BEGINNINGS),
          opening("scanning an anchor", "", "expected a name after `&`", BEGINNINGS),
          opening("scanning a tag", "", "expected a tag after `!`", BEGINNINGS),
          here("", "tag handle", "the handle of the tag is unknown", BEGINNINGS),
          here(
              "block scalar",
              "",
              "expected the end of the line after `|` or `>`, found text",
              "Move the text to the next line, or quote the text"),
          here(
              "",
              "document start>",
              "expected the end of the document, found more text",
              "Add `---` before the next document"));

  private SyntaxProblem() {}

  /** Returns the problem for an error of the parser. */
  public static ReadingProblem of(MarkedYamlEngineException e, YamlDocument chunk) {
    Matcher flow = FLOW.matcher(String.valueOf(e.getProblem()));
    if (flow.matches()) {
      return unclosed(e, chunk, flow.group(1), flow.group(2).equals(END));
    }
    for (Known known : KNOWN) {
      if (known.fits(e)) {
        Optional<Mark> mark = known.opening() ? e.getContextMark() : e.getProblemMark();
        Position position = position(mark.or(e::getProblemMark), chunk);
        String quoted = known.problem().equals(SECOND_COLON) ? quoted(mark, chunk) : "";
        return quoted.isEmpty()
            ? problem(position, known)
            : new ReadingProblem(Rule.SYNTAX, position, known.message(), "Write `" + quoted + "`");
      }
    }
    return new ReadingProblem(
        Rule.SYNTAX,
        position(e.getProblemMark().or(e::getContextMark), chunk),
        message(String.valueOf(e.getProblem())),
        "Close every quote, `[` and `{`, use the same indentation for all keys of a map, and quote"
            + " text that contains YAML indicators");
  }

  /**
   * Returns the key and the value of a line, with quotes; empty where the line is not so simple.
   */
  private static String quoted(Optional<Mark> colon, YamlDocument chunk) {
    if (colon.isEmpty()) {
      return "";
    }
    String before = chunk.text().lines().skip(colon.get().getLine()).findFirst().orElse("");
    String line = before.strip().replaceFirst("^(- +)+", "");
    int end = line.indexOf(": ");
    boolean second = end >= 0 && before.indexOf(": ") < colon.get().getColumn();
    return second && !SPECIAL.matcher(line).matches()
        ? Quoted.shortened(line.substring(0, end) + ": \"" + line.substring(end + 2).strip() + "\"")
        : "";
  }

  /**
   * An unclosed list or map in brackets. The position is its end, or the next key of the enclosing
   * block.
   */
  private static ReadingProblem unclosed(
      MarkedYamlEngineException e, YamlDocument chunk, String bracket, boolean atEnd) {
    Position opening = position(e.getContextMark(), chunk);
    String what = bracket.equals("]") ? "`[`" : "`{`";
    if (atEnd) {
      return problem(
          opening,
          here("", "", "the " + what + " is not closed", "Add the closing `" + bracket + "`"));
    }
    String message =
        "expected `,` or `%s`, because the %s in line %s, column %s is not closed"
            .formatted(bracket, what, opening.line(), opening.column());
    String remedy = "Add the closing `" + bracket + "`, or add a comma between the items";
    return problem(position(e.getProblemMark(), chunk), here("", "", message, remedy));
  }

  private static String message(String problem) {
    Matcher found = FOUND.matcher(problem.replaceFirst(".*but (?=found)", ""));
    if (found.matches()) {
      return "expected a value, found `" + Quoted.shortened(found.group(1)) + "`";
    }
    return Quoted.shortened(problem);
  }

  private static ReadingProblem problem(Position position, Known known) {
    return new ReadingProblem(Rule.SYNTAX, position, known.message(), known.remedy());
  }

  private static Position position(Optional<Mark> mark, YamlDocument chunk) {
    Position end = Positions.after(chunk.text().stripTrailing(), chunk.line());
    Position position =
        mark.map(m -> new Position(chunk.line() + m.getLine(), m.getColumn() + 1)).orElse(end);
    // The position must not be in the next document.
    return position.line() > end.line() ? end : position;
  }

  private static Known here(String context, String problem, String message, String remedy) {
    return new Known(context, problem, message, remedy, false);
  }

  private static Known opening(String context, String problem, String message, String remedy) {
    return new Known(context, problem, message, remedy, true);
  }
}
