package io.egressalias.cli;

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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The verb {@code list}: prints one line for each alias. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Prints one line for each alias: namespace and name, target, ports (name:port, and ->target"
          + " port if it differs), the TLS that sidecars originate, and the form: `direct`, or"
          + " `routed` through sidecars.",
      ""
    },
    footerHeading =
        "%nExit status: 0 printed; 1 the declaration has errors; 2 wrong usage, or a file cannot be"
            + " read.%n%nExamples:%n",
    footer = {"  egress list egress.yaml", "  egress list --format json declarations/"})
final class ListCommand implements Callable<Integer> {
  /** The format of the list. */
  enum Format {
    text,
    json
  }

  static final List<String> COLUMNS = List.of("ALIAS", "TARGET", "PORTS", "TLS", "FORM");

  private static final int GAP = 3;

  private final Terminal terminal;

  @Mixin private FileParameters files = new FileParameters();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Option(names = "--no-headers", description = "do not print the names of the columns")
  private boolean noHeaders;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  @Mixin private ColorOption color = new ColorOption();

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Compilation compilation =
        FindingPrinter.compiled(
            terminal,
            color,
            files.read(terminal),
            platform.assumptions(terminal),
            overrides.overrides());
    int status = failOn.status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    List<EgressAliases> declarations = compilation.declarations();
    if (format == Format.json) {
      terminal.print((FileContent) out -> writeJson(declarations, out));
    } else {
      terminal.print((FileContent) out -> writeText(declarations, out));
    }
    return ExitStatus.DONE;
  }

  private void writeText(List<EgressAliases> declarations, Appendable out) throws IOException {
    int[] widths = new int[COLUMNS.size()];
    if (!noHeaders) {
      widen(widths, COLUMNS);
    }
    for (EgressAliases declaration : declarations) {
      for (EgressAlias alias : declaration.aliases()) {
        widen(widths, cells(declaration, alias));
      }
    }
    if (!noHeaders) {
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
