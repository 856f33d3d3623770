package io.egressalias.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The completions and the manual pages, which an installation has below {@code share}. */
final class SharedFiles {
  private SharedFiles() {}

  /** Returns the texts by their path. */
  static Map<String, String> texts(Terminal terminal) {
    Map<String, String> texts = new LinkedHashMap<>();
    CommandLine egress = Picocli.egress(terminal);
    texts.put("bash-completion/completions/egress", AutoComplete.bash("egress", egress));
    texts.put("fish/vendor_completions.d/egress.fish", FishCompletion.of(egress.getCommandSpec()));
    texts.put("man/man1/egress.1", HelpCommand.manual(terminal));
    for (String verb : Verbs.NAMES) {
      texts.put("man/man1/egress-" + verb + ".1", HelpCommand.manual(verb, terminal));
    }
    return texts;
  }

  /** Writes the files to the directory of the only argument, when the build packs the command. */
  public static void main(String[] args) throws IOException {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Path.of(""));
    for (Map.Entry<String, String> text : texts(terminal).entrySet()) {
      Path file = Path.of(args[0]).resolve(text.getKey());
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text.getValue());
    }
  }
}
