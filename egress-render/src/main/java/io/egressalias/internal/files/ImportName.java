package io.egressalias.internal.files;

import io.egressalias.check.Names;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The default name of an imported declaration. */
public final class ImportName {
  private static final String OTHERWISE = "imported";
  private static final String STDIN = "-";

  private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[^.]*$");
  private static final Pattern INVALID = Pattern.compile("[^a-z0-9.]+");
  private static final Pattern BESIDE_A_DOT = Pattern.compile("[.-]*\\.[.-]*");
  private static final Pattern AT_THE_ENDS = Pattern.compile("^[.-]+|[.-]+$");

  private ImportName() {}

  /**
   * Returns the base name of the only input as a valid name, or {@code imported}.
   *
   * @param inputs files, directories and patterns, as the user gave them
   */
  public static String of(List<String> inputs) {
    if (inputs.size() != 1 || inputs.get(0).equals(STDIN) || Glob.isGlob(inputs.get(0))) {
      return OTHERWISE;
    }
    String path = inputs.get(0).replaceFirst("/+$", "");
    String base = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    String dashed = INVALID.matcher(base.toLowerCase(Locale.ROOT)).replaceAll("-");
    String dotted = BESIDE_A_DOT.matcher(dashed).replaceAll(".");
    String name = AT_THE_ENDS.matcher(dotted).replaceAll("");
    return Names.isHost(name) ? name : OTHERWISE;
  }
}
