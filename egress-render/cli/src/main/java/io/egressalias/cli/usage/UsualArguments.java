package io.egressalias.cli.usage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arguments in their usual form: options in full, each value in an argument of its own or
 * after an equals sign. Picocli reads all other forms, because loading its classes takes longer
 * than rendering a small declaration.
 */
public final class UsualArguments {
  private final Usage usage;
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();

  private UsualArguments(Usage usage) {
    this.usage = usage;
  }

  /**
   * Reads the arguments of a verb.
   *
   * @param args the arguments, of which the first is the verb
   * @return empty: the form is not usual, an argument is wrong, or the help is requested
   */
  public static Optional<Arguments> of(Usage usage, String[] args) {
    UsualArguments read = new UsualArguments(usage);
    return read.all(args) && read.isComplete()
        ? Optional.of(new Arguments(read.options, read.parameters))
        : Optional.empty();
  }

  private boolean all(String[] args) {
    int next = 1;
    while (next < args.length) {
      String arg = args[next++];
      if (isPlain(arg)) {
        parameters.add(arg);
        continue;
      }
      int equals = arg.indexOf('=');
      Optional<Option> found = usage.option(equals < 0 ? arg : arg.substring(0, equals));
      if (found.isEmpty()) {
        return false;
      }
      Option option = found.get();
      String value = equals < 0 ? "" : arg.substring(equals + 1);
      if (option.hasValue() && equals < 0 && next < args.length && isPlain(args[next])) {
        value = args[next++];
      }
      if (option.hasValue() ? !add(option, value) : equals >= 0 || !add(option)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether an argument is neither an option nor special to picocli. */
  private static boolean isPlain(String arg) {
    return arg.equals("-") || !(arg.isEmpty() || arg.startsWith("-") || arg.startsWith("@"));
  }

  private boolean add(Option flag) {
    return options.put(flag.name(), List.of()) == null;
  }

  private boolean add(Option option, String value) {
    Optional<String> allowed = option.words().allowed(value);
    if (!isPlain(value) || allowed.isEmpty()) {
      return false;
    }
    List<String> values = options.get(option.name());
    if (values == null) {
      values = new ArrayList<>();
      options.put(option.name(), values);
    } else if (!option.isRepeatable()) {
      return false;
    }
    values.add(allowed.get());
    return true;
  }

  private boolean isComplete() {
    for (Option option : usage.options()) {
      if (option.isRequired() && !options.containsKey(option.name())) {
        return false;
      }
    }
    for (Choice choice : usage.choices()) {
      int given = given(choice);
      if (given > 1 || (given == 0 && choice.isRequired())) {
        return false;
      }
    }
    return areExpected();
  }

  private int given(Choice choice) {
    int given = 0;
    for (Option option : choice.options()) {
      given += options.containsKey(option.name()) ? 1 : 0;
    }
    return given;
  }

  private boolean areExpected() {
    if (usage.parameter().isEmpty()) {
      return parameters.isEmpty();
    }
    Parameter parameter = usage.parameter().get();
    for (int i = 0; i < parameters.size(); i++) {
      Optional<String> allowed = parameter.words().allowed(parameters.get(i));
      if (allowed.isEmpty()) {
        return false;
      }
      parameters.set(i, allowed.get());
    }
    return parameters.size() >= parameter.least() && parameters.size() <= parameter.most();
  }
}
