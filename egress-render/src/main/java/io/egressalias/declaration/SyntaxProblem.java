package io.egressalias.declaration;

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
final class SyntaxProblem {
  private static final String INDENT = "Give keys that belong together the same indentation";
  private static final String BEGINNINGS =
      "Put text that begins with one of `* & ! @ % | > [ {` in quotes";

  private static final Pattern FLOW = Pattern.compile("expected ',' or '(.)', but got (.*)");
  private static final Pattern FOUND = Pattern.compile("found (?:character )?'([^']+)'.*");

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
          here(
              "next token",
              "TAB",
              "found a tab where YAML takes spaces only",
              "Put spaces in its place"),
          here(
              "next token",
              "cannot start",
              "found text without quotes that begins with a sign of YAML's own",
              BEGINNINGS),
          opening(
              "quoted scalar",
              "found unexpected",
              "the quote that begins here is not closed",
              "Close it"),
          here(
              "quoted scalar",
              "escape character L(",
              "found the escape `\\L`, which is not known here",
              "Write `\\u2028` for a separator of lines"),
          here(
              "quoted scalar",
              "escape character P(",
              "found the escape `\\P`, which is not known here",
              "Write `\\u2029` for a separator of paragraphs"),
          here(
              "quoted scalar",
              "escape",
              "found a backslash that begins no escape",
              "Write `\\\\` for a backslash, or put the text in single quotes"),
          here(
              "node",
              "<stream end>",
              "expected a value, found the end of the document",
              "Write the value, and close every `[` and `{`"),
          here(
              "",
              "mapping values",
              "found `:` where no key can stand",
              "Put text that contains `: ` in quotes; give keys that belong together the same"
                  + " indentation"),
          here(
              "",
              "sequence entries",
              "found `- ` where no item can stand",
              "Begin a list on the line after its key, or write it as `[a, b]`"),
          here("", "block end>, but found '<block", "the indentation fits nothing above", INDENT),
          here("", "block end>, but found '-", "the indentation fits nothing above", INDENT),
          here("", "block end>, but found '?", "the indentation fits nothing above", INDENT),
          here(
              "",
              "block end>",
              "found text that does not belong to the value before it",
              "Put the whole value in quotes; inside single quotes, write `''` for a quote"),
          opening(
              "simple key",
              "':'",
              "expected `:` after a key",
              "Write `key: value`, and indent text that goes on from the line before"),
          opening("scanning an alias", "", "expected a name after `*`", BEGINNINGS),
          opening("scanning an anchor", "", "expected a name after `&`", BEGINNINGS),
          opening("scanning a tag", "", "expected a tag after `!`", BEGINNINGS),
          here("", "tag handle", "found a tag with an unknown handle", BEGINNINGS),
          here(
              "block scalar",
              "",
              "found text after `|` or `>`",
              "Begin the text on the next line, or put it in quotes"),
          here(
              "",
              "document start>",
              "found text after the end of the document",
              "Begin another document with `---`"));

  private SyntaxProblem() {}

  static ReadingProblem of(MarkedYamlEngineException e, YamlDocument chunk) {
    Matcher flow = FLOW.matcher(String.valueOf(e.getProblem()));
    if (flow.matches()) {
      return unclosed(e, chunk, flow.group(1), flow.group(2).equals(END));
    }
    for (Known known : KNOWN) {
      if (known.fits(e)) {
        Optional<Mark> mark = known.opening() ? e.getContextMark() : e.getProblemMark();
        return problem(position(mark.or(e::getProblemMark), chunk), known);
      }
    }
    return new ReadingProblem(
        Rule.SYNTAX,
        position(e.getProblemMark().or(e::getContextMark), chunk),
        message(String.valueOf(e.getProblem())),
        "Close every quote, `[` and `{`, give keys that belong together the same indentation, and"
            + " put text with signs of YAML's own in quotes");
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
          here("", "", "the " + what + " is not closed", "Close it with `" + bracket + "`"));
    }
    String message =
        "expected `,` or `%s`: the %s of line %s, column %s is open"
            .formatted(bracket, what, opening.line(), opening.column());
    String remedy = "Close it with `" + bracket + "`, or put a comma between items";
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
