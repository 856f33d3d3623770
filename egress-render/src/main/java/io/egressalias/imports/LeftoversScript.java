package io.egressalias.imports;

import io.egressalias.internal.report.ShellCommand;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the kubectl commands that delete what declarations do not render. */
public final class LeftoversScript {
  /** The first line of every script. */
  public static final String TITLE =
      "# Run this after the first `kubectl apply` of the rendered objects.";

  private static final String REASON =
      """
      # kubectl does not delete the objects that the declaration does not render. Until they are
      # deleted, old addresses receive traffic, and old rules and hosts stay in force.
      """;

  private static final String NOTHING = "# The rendered objects replace all objects.\n";

  private LeftoversScript() {}

  /** Returns a script for {@code sh}. */
  public static String of(List<ObjectId> leftovers) {
    StringBuilder script = new StringBuilder(TITLE).append('\n');
    script.append(leftovers.isEmpty() ? NOTHING : REASON);
    for (ObjectId object : leftovers) {
      script.append(command(object)).append('\n');
    }
    return script.toString();
  }

  static String command(ObjectId object) {
    List<String> words = new ArrayList<>(List.of("kubectl", "delete"));
    words.add(resource(object) + "/" + object.name());
    if (object.namespace().isPresent()) {
      words.add("-n");
      words.add(object.namespace().get());
    }
    return ShellCommand.of(words);
  }

  /** The names of Istio's kinds are used by other groups as well. */
  private static String resource(ObjectId object) {
    return object.group().equals(KnownKind.SERVICE_ENTRY.group())
        ? object.resource()
        : object.kind().toLowerCase(Locale.ROOT);
  }
}
