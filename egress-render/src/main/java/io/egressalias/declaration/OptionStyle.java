package io.egressalias.declaration;

import io.egressalias.diagnostic.Quoted;
import java.util.Locale;

/** The notation of an option in messages, which a user can type. */
public enum OptionStyle {
  /** An option of the command: {@code --cluster-domain cluster.local}. */
  COMMAND_LINE("option"),
  /** A parameter of a Maven goal: {@code <clusterDomain>cluster.local</clusterDomain>}. */
  MAVEN("parameter");

  private final String noun;

  OptionStyle(String noun) {
    this.noun = noun;
  }

  /** Returns the noun for an option. */
  String noun() {
    return noun;
  }

  /**
   * Returns an option in this notation.
   *
   * @param field the key of the field that the option sets, such as {@code clusterDomain}
   */
  String written(String field, String value) {
    return switch (this) {
      case COMMAND_LINE -> "--" + hyphenated(field) + " " + value;
      case MAVEN -> "<" + field + ">" + value + "</" + field + ">";
    };
  }

  /**
   * Returns an override in this notation, in backticks.
   *
   * @param path the path of a field, as given
   */
  String assigned(String path, String value) {
    String assignment = Quoted.shortened(path) + "=" + Quoted.shortened(value);
    return switch (this) {
      case COMMAND_LINE -> "`--set " + assignment + "`";
      case MAVEN -> "`" + assignment + "` in `<set>`";
    };
  }

  /** Returns the remedy for a variable without a value, without its first letter. */
  String giving(String variable, String example) {
    String line = "dd the line `" + variable + "=" + example + "` to the file of ";
    return switch (this) {
      case COMMAND_LINE ->
          line
              + "`--env-file`, or run the command with `--substitute` and with `"
              + variable
              + "` in its environment";
      case MAVEN ->
          line
              + "`<envFile>`, or run Maven with `<substitute>true</substitute>` and with `"
              + variable
              + "` in its environment";
    };
  }

  /** Returns the remedy for variables in a declaration that is read without their values. */
  String filling(String file) {
    return switch (this) {
      case COMMAND_LINE ->
          "Fill in the variables, as in `egress render --env-file FILE "
              + file
              + "`, or with `--substitute` from the environment";
      case MAVEN ->
          "Fill in the variables with `<envFile>FILE</envFile>`, or with"
              + " `<substitute>true</substitute>` from the environment";
    };
  }

  private static String hyphenated(String field) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      words.append(Character.isUpperCase(c) ? "-" : "").append(c);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
