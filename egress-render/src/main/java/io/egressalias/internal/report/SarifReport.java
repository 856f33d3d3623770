package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes findings as SARIF for code scanners.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReport {
  private static final String RESULTS = "results";

  private SarifReport() {}

  /**
   * Returns findings as a log of one run.
   *
   * @param version the version of the tool
   */
  public static ObjectNode tree(List<Diagnostic> diagnostics, String version) {
    ObjectNode log = frame(diagnostics, version);
    ArrayNode results = results(log);
    results(diagnostics).forEach(results::add);
    return log;
  }

  /** Returns a log with the rules of the findings and without results. */
  public static ObjectNode frame(List<Diagnostic> diagnostics, String version) {
    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "egress").put("version", version);
    ArrayNode described = driver.putArray("rules");
    rules(diagnostics).forEach(rule -> rule(described.addObject(), rule));
    // The default unit of columns in SARIF is the UTF-16 code unit.
    run.put("columnKind", "unicodeCodePoints");
    run.putArray(RESULTS);
    return log;
  }

  /** Returns the list of results in a log. */
  public static ArrayNode results(ObjectNode log) {
    return ((ObjectNode) log.path("runs").path(0)).withArrayProperty(RESULTS);
  }

  /** Returns findings as results; an iterator creates them one at a time. */
  public static Iterable<ObjectNode> results(List<Diagnostic> diagnostics) {
    List<Rule> rules = rules(diagnostics);
    return () -> diagnostics.stream().map(finding -> result(finding, rules)).iterator();
  }

  private static List<Rule> rules(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::rule).distinct().sorted().toList();
  }

  private static void rule(ObjectNode node, Rule rule) {
    node.put("id", rule.code());
    node.putObject("shortDescription").put("text", rule.title() + ".");
    node.putObject("fullDescription").put("text", rule.why());
    node.putObject("help").put("text", rule.remedy());
    node.put("helpUri", rule.references().get(0));
    node.putObject("defaultConfiguration").put("level", level(rule.severity()));
  }

  private static ObjectNode result(Diagnostic finding, List<Rule> rules) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("ruleId", finding.rule().code());
    node.put("ruleIndex", rules.indexOf(finding.rule()));
    node.put("level", level(finding.severity()));
    node.putObject("message").put("text", finding.message() + ". " + finding.remedy() + ".");
    ObjectNode location = node.putArray("locations").addObject();
    finding.location().ifPresent(place -> physical(location, place));
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", finding.path().toString());
    return node;
  }

  private static void physical(ObjectNode location, SourceLocation place) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(place.file()));
    physical.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
  }

  /** Returns a relative reference; characters that are not allowed in a URI are escaped. */
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte b : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }
}
