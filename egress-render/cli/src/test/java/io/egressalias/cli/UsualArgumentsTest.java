package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Choice;
import io.egressalias.cli.usage.CommandModel;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.UsualArguments;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments that are read without picocli are those that picocli reads, and are frequent. */
final class UsualArgumentsTest {
  private static final List<String> WORDS =
      List.of(
          "",
          "-",
          "--",
          "-x",
          "-o",
          "-oa",
          "-h",
          "-V",
          "--help",
          "--no-such",
          "@a",
          "a",
          "a=b",
          "-a=b",
          "=",
          "'a'",
          "\"a b\"",
          "${sys:user.dir}",
          "é",
          "JSON",
          "Script",
          "none",
          "fish");

  private static Usage usage(String verb) {
    return Verbs.of(
            verb,
            new Terminal(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Path.of("")))
        .usage();
  }

  private static Optional<Arguments> byPicocli(Usage usage, String... args) {
    CommandLine model = new CommandLine(CommandModel.of(usage, () -> new String[] {"egress 0"}));
    try {
      CommandLine.ParseResult given =
          model.parseArgs(List.of(args).subList(1, args.length).toArray(String[]::new));
      return given.isUsageHelpRequested() || given.isVersionHelpRequested()
          ? Optional.empty()
          : Optional.of(CommandModel.arguments(usage, given));
    } catch (ParameterException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @FieldSource("io.egressalias.cli.Verbs#NAMES")
  void areThoseOfPicocli(String verb) {
    Usage usage = usage(verb);
    Random random = new Random(verb.hashCode());
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      String[] args = drawn(usage, random);
      Optional<Arguments> usual = UsualArguments.of(usage, args);
      if (usual.isPresent()) {
        assertEquals(byPicocli(usage, args), usual, String.join(" ", args));
        read++;
      }
    }
    assertTrue(read > 30, verb + ": only " + read + " lines are usual");
  }

  private static String[] drawn(Usage usage, Random random) {
    List<Option> options = new ArrayList<>(usage.options());
    for (Choice choice : usage.choices()) {
      options.addAll(choice.options());
    }
    List<String> args = new ArrayList<>(List.of(usage.name()));
    for (Option option : options) {
      if (option.isRequired() && random.nextInt(8) > 0) {
        add(option, random, args);
      }
    }
    int more = random.nextInt(4);
    for (int i = 0; i < more; i++) {
      if (options.isEmpty() || random.nextInt(3) == 0) {
        args.add(word(random));
      } else {
        add(options.get(random.nextInt(options.size())), random, args);
      }
    }
    return args.toArray(String[]::new);
  }

  private static void add(Option option, Random random, List<String> args) {
    String name =
        option.letter().isEmpty() || random.nextBoolean() ? option.name() : option.letter();
    switch (random.nextInt(8)) {
      case 0 -> args.add(name);
      case 1, 2 -> args.add(name + "=" + value(option, random));
      default -> {
        args.add(name);
        if (option.hasValue()) {
          args.add(value(option, random));
        }
      }
    }
  }

  private static String value(Option option, Random random) {
    if (random.nextInt(4) > 0 && !option.fallback().isEmpty()) {
      return option.fallback();
    }
    return word(random);
  }

  private static String word(Random random) {
    return random.nextInt(3) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "bash";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render egress.yaml",
        "render -o out.yaml --namespace shop a.yaml b.yaml",
        "render --format=json --explain --set a=b --set c=d -",
        "lint --complete --format sarif --istio 1.27 k8s",
        "check egress.yaml --against manifests --data-plane ambient",
        "plan --from a.yaml --from b.yaml --to c.yaml --format script",
        "import k8s/ -o egress.yaml --split namespace",
        "list --no-headers egress.yaml",
        "fmt --check egress.yaml",
        "explain EGA0301",
        "schema --openapi",
        "init tls-origination -o egress.yaml",
        "install --kustomize-plugin --dir plugins",
        "install --prefix prefix",
        "uninstall --dry-run",
        "help --man render",
        "completion fish",
      })
  void areReadWithoutPicocli(String line) {
    String[] args = line.split(" ");
    assertTrue(UsualArguments.of(usage(args[0]), args).isPresent());
  }

  @Test
  void valuesHaveTheCaseOfTheTable() {
    Usage usage = usage("render");
    String[] args = {"render", "--format", "JSON", "--outbound-traffic-policy=registry_only"};
    Arguments arguments = UsualArguments.of(usage, args).orElseThrow();
    assertEquals(
        "{--format=[json], --outbound-traffic-policy=[REGISTRY_ONLY]}",
        arguments.options().toString());
    assertEquals(byPicocli(usage, args), Optional.of(arguments));
  }
}
