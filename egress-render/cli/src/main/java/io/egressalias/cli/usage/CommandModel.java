package io.egressalias.cli.usage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Picocli's model of what a verb accepts. */
public final class CommandModel {
  private CommandModel() {}

  /**
   * Returns the model of a verb.
   *
   * @param version returns the text of the option {@code --version}
   */
  public static CommandSpec of(Usage usage, IVersionProvider version) {
    CommandSpec spec = CommandSpec.create();
    spec.name(usage.name()).mixinStandardHelpOptions(true).versionProvider(version);
    describe(usage, spec);
    usage.parameter().ifPresent(parameter -> spec.addPositional(positional(parameter)));
    for (Option option : usage.options()) {
      spec.addOption(option(option, option.isRequired()));
    }
    for (Choice choice : usage.choices()) {
      ArgGroupSpec.Builder group =
          ArgGroupSpec.builder().exclusive(true).multiplicity(choice.isRequired() ? "1" : "0..1");
      choice.options().forEach(option -> group.addArg(option(option, true)));
      spec.addArgGroup(group.build());
    }
    return spec;
  }

  private static void describe(Usage usage, CommandSpec spec) {
    List<String> description = new ArrayList<>(usage.description());
    description.add("");
    String exitStatus =
        usage.exitStatus().isEmpty() ? "" : "%nExit status: " + usage.exitStatus() + "%n";
    spec.usageMessage()
        .description(description.toArray(String[]::new))
        .footerHeading(exitStatus + "%nExamples:%n")
        .footer(
            usage.examples().stream()
                .map(line -> line.isEmpty() ? "" : "  " + line)
                .toArray(String[]::new));
  }

  private static OptionSpec option(Option option, boolean isRequired) {
    OptionSpec.Builder spec =
        option.letter().isEmpty()
            ? OptionSpec.builder(option.name())
            : OptionSpec.builder(option.letter(), option.name());
    spec.description(option.description()).required(isRequired);
    if (!option.hasValue()) {
      return spec.type(boolean.class).arity("0").build();
    }
    spec.paramLabel(option.label()).arity("1");
    // The completion of bash offers files if the type is a path.
    Class<?> type = option.isFile() ? Path.class : String.class;
    if (option.isRepeatable()) {
      spec.type(List.class).auxiliaryTypes(type);
    } else if (option.words().isClosed()) {
      spec.type(type).converters(new Allowed(option.words()));
    } else {
      spec.type(type);
    }
    if (option.words().areKnown()) {
      spec.completionCandidates(option.words().all());
    }
    if (!option.fallback().isEmpty()) {
      spec.defaultValue(option.fallback());
    }
    return spec.build();
  }

  private static PositionalParamSpec positional(Parameter parameter) {
    PositionalParamSpec.Builder spec =
        PositionalParamSpec.builder()
            .paramLabel(parameter.label())
            .description(parameter.description());
    if (parameter.most() > 1) {
      spec.type(List.class).auxiliaryTypes(String.class).arity("0..1").index("0..*");
    } else {
      spec.type(String.class).arity(parameter.least() + ".." + parameter.most()).index("0");
      spec.converters(new Allowed(parameter.words()));
    }
    if (parameter.words().areKnown()) {
      spec.completionCandidates(parameter.words().all());
    }
    return spec.build();
  }

  /** Returns the arguments that picocli read. */
  public static Arguments arguments(Usage usage, ParseResult given) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    // An option that is given several times is listed each time, with all of its values.
    for (OptionSpec spec : new LinkedHashSet<>(given.matchedOptions())) {
      options.put(spec.longestName(), values(spec, usage));
    }
    List<String> parameters = new ArrayList<>();
    for (PositionalParamSpec spec : new LinkedHashSet<>(given.matchedPositionals())) {
      for (String typed : spec.originalStringValues()) {
        parameters.add(usage.parameter().flatMap(p -> p.words().allowed(typed)).orElse(typed));
      }
    }
    return new Arguments(options, parameters);
  }

  private static List<String> values(OptionSpec spec, Usage usage) {
    if (spec.arity().max() == 0) {
      return List.of();
    }
    Optional<Option> option = usage.option(spec.longestName());
    return spec.originalStringValues().stream()
        .map(typed -> option.flatMap(o -> o.words().allowed(typed)).orElse(typed))
        .toList();
  }

  /** Refuses a value that is none of the allowed words. */
  private record Allowed(Words words) implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return words
          .allowed(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of %s (case-insensitive) but was '%s'"
                          .formatted(words.all(), value)));
    }
  }
}
