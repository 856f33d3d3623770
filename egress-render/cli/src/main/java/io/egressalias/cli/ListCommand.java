package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.resolve.ResolvedAlias;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The verb {@code list}: prints one line for each alias. */
final class ListCommand implements Verb {
  static final List<String> COLUMNS = List.of("ALIAS", "TARGET", "PORTS", "TLS", "FORM");

  private static final int GAP = 3;

  private static final Option FORMAT =
      Option.word(
          "--format",
          "FORMAT",
          List.of("text", "json"),
          "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}");

  private static final Option NO_HEADERS =
      Option.flag("--no-headers", "do not print the names of the columns");

  private static final Usage USAGE =
      new Usage(
          "list",
          List.of(
              "Prints one line for each alias: namespace and name, target, ports (name:port,"
                  + " and ->target"
                  + " port if it differs), the TLS that sidecars originate, and the form: `direct`, or"
                  + " `routed` through sidecars."),
          FileParameters.DECLARATIONS,
          Option.all(
              List.of(FORMAT, NO_HEADERS, FailOnOption.OPTION, ColorOption.OPTION),
              PlatformOptions.ALL,
              List.of(OverrideOptions.SET)),
          List.of(),
          "0 printed; 1 the declaration has errors; 2 wrong usage, or a file cannot be read.",
          List.of("egress list egress.yaml", "egress list --format json declarations/"));

  private final Terminal terminal;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    Compilation compilation = FindingPrinter.compiled(terminal, arguments);
    int status = FailOnOption.of(arguments).status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    List<EgressAliases> declarations = compilation.declarations();
    if (arguments.word(FORMAT).equals("json")) {
      terminal.print((FileContent) out -> writeJson(declarations, out));
    } else {
      boolean headers = !arguments.has(NO_HEADERS);
      terminal.print((FileContent) out -> writeText(declarations, headers, out));
    }
    return ExitStatus.DONE;
  }

  private static void writeText(List<EgressAliases> declarations, boolean headers, Appendable out)
      throws IOException {
    int[] widths = new int[COLUMNS.size()];
    if (headers) {
      widen(widths, COLUMNS);
    }
    for (EgressAliases declaration : declarations) {
      for (EgressAlias alias : declaration.aliases()) {
        widen(widths, cells(declaration, alias));
      }
    }
    if (headers) {
      line(COLUMNS, widths, out);
    }
    for (EgressAliases declaration : declarations) {
      for (EgressAlias alias : declaration.aliases()) {
        line(cells(declaration, alias), widths, out);
      }
    }
  }

  private static List<String> cells(EgressAliases declaration, EgressAlias alias) {
    return new ListedAlias(ResolvedAlias.of(declaration, alias)).cells();
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
  }

  private static void line(List<String> cells, int[] widths, Appendable out) throws IOException {
    StringBuilder line = new StringBuilder();
    int last = cells.size() - 1;
    for (int i = 0; i < last; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + GAP));
    }
    line.append(cells.get(last));
    out.append(Printable.line(line.toString())).append('\n');
  }

  private static void writeJson(List<EgressAliases> declarations, Appendable out)
      throws IOException {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode aliases = list.putArray("aliases");
    List<ResolvedAlias> resolved = new ArrayList<>();
    for (EgressAliases declaration : declarations) {
      for (EgressAlias alias : declaration.aliases()) {
        resolved.add(ResolvedAlias.of(declaration, alias));
      }
    }
    PrettyJson.write(list, aliases, new Items(resolved), out);
  }

  private record Items(List<ResolvedAlias> aliases) implements Iterable<ObjectNode> {
    @Override
    public Iterator<ObjectNode> iterator() {
      return aliases.stream().map(alias -> new ListedAlias(alias).json()).iterator();
    }
  }
}
