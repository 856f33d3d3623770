package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Placeholders.Placeholder;
import java.util.regex.Pattern;

/** The words of a finding about a variable or a template in a value. */
record Unfilled(Rule rule, String message, String remedy) {
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_./-]+");
  private static final String[] HELM = {
    ".Values", ".Release", ".Chart", ".Capabilities", "include ", "template ", "nindent", "{{-"
  };

  static Unfilled of(Placeholder placeholder, String source) {
    String shown = Quoted.shortened(placeholder.text());
    return switch (placeholder.kind()) {
      case VARIABLE ->
          new Unfilled(
              Rule.MANIFEST_VARIABLE,
              "expected a value, found the variable `" + shown + "`",
              "Replace the variables first: `envsubst < " + file(source) + " | egress import -`");
      case KUSTOMIZE ->
          new Unfilled(
              Rule.MANIFEST_VARIABLE,
              "expected a value, found the variable `" + shown + "`",
              "Replace the variables first: `kustomize build . | egress import -`");
      case TEMPLATE ->
          new Unfilled(
              Rule.TEMPLATE,
              "expected a value, found the template `" + shown + "`",
              remedy(placeholder.text()));
    };
  }

  /** Returns the command for a template, given its first sign and what follows in the line. */
  static String remedy(String sign) {
    for (String word : HELM) {
      if (sign.contains(word)) {
        return "Render the chart first: `helm template . | egress import -`";
      }
    }
    return "Render the template first, with its own tool, and pipe the result to `egress import -`";
  }

  private static String file(String source) {
    return FILE_NAME.matcher(source).matches() ? source : "FILE";
  }
}
