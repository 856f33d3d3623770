package io.egressalias.imports;

import io.egressalias.model.DataPlane;
import io.egressalias.model.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of {@code egress import} that examples and cases give. */
public record ImportArguments(List<String> words) {
  /** How the first line of an example begins that gives options. */
  private static final String COMMENT = "# args: ";

  /** Copies the list. */
  public ImportArguments {
    words = List.copyOf(words);
  }

  /** Returns the options that the first line of an example gives. */
  public static ImportArguments of(String example) {
    String first = example.lines().findFirst().orElse("");
    return new ImportArguments(
        first.startsWith(COMMENT)
            ? Arrays.asList(first.substring(COMMENT.length()).strip().split(" +", -1))
            : List.of());
  }

  /** Returns the options as values. */
  public ImportOptions options() {
    Platform.Builder platform = Platform.builder();
    value("--istio").ifPresent(platform::istio);
    value("--kubernetes").ifPresent(platform::kubernetes);
    if (value("--data-plane").filter("ambient"::equals).isPresent()) {
      platform.dataPlane(DataPlane.AMBIENT);
    }
    value("--cluster-domain").ifPresent(platform::clusterDomain);
    return new ImportOptions(
        platform.build(),
        value("--namespace"),
        value("--name").orElse("imported"),
        value("--split").filter("namespace"::equals).isPresent());
  }

  private Optional<String> value(String option) {
    int at = words.indexOf(option);
    return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
  }
}
