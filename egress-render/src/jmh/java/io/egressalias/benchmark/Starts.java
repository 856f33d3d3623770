package io.egressalias.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This command with few aliases, beside an empty program of Java and beside kustomize. */
final class Starts {
  private static final int CONFIGURATIONS = 20;
  private static final int HUNDRED = 100;

  /** The options with which the launcher starts Java. */
  private static final List<String> OPTIONS =
      List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1");

  private final Path scratch;
  private final Path launcher;
  private final Inputs inputs;

  Starts(Path scratch, Path launcher) {
    this.scratch = scratch;
    this.launcher = launcher;
    this.inputs = new Inputs(scratch, launcher);
  }

  Inputs inputs() {
    return inputs;
  }

  static Work work(String name, int size) {
    return new Work(name, size == 1 ? "1 alias" : "%,d aliases".formatted(size));
  }

  Command command(Work work, List<String> words) {
    String file = work.title().replaceAll("[^A-Za-z0-9]+", "-");
    return Command.of(work, scratch.resolve(file + ".out"), words);
  }

  Command render(int size) {
    return egress(work("`render`", size), "render", inputs.declaration(size));
  }

  private Command egress(Work work, String... arguments) {
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    words.addAll(List.of(arguments));
    return command(work, words);
  }

  /** Adds all verbs with one alias, a function and a plugin, here and with another Java. */
  void add(Commands commands, Costs costs) {
    Command empty = command(new Work("empty program of Java", ""), empty(Path.of(java())));
    commands.add(empty);
    List<Command> all = new ArrayList<>(verbs());
    all.add(function());
    all.add(plugin());
    Peers.named("EGRESS_BENCH_ELSEWHERE").ifPresent(copy -> all.add(elsewhere(copy)));
    beside(empty, all, commands, costs);
    Peers.named("EGRESS_OTHER_JAVA_HOME").ifPresent(home -> otherJava(home, commands, costs));
  }

  private static void beside(Command empty, List<Command> all, Commands commands, Costs costs) {
    for (Command command : all) {
      commands.add(command);
      commands.row(command.work(), empty.work());
      costs.order(empty.work(), command.work());
    }
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  private List<String> empty(Path java) {
    List<String> words = new ArrayList<>(List.of(java.toString()));
    words.addAll(OPTIONS);
    words.addAll(List.of("-cp", scratch.toString(), "Empty"));
    return words;
  }

  private void otherJava(String home, Commands commands, Costs costs) {
    Map<String, String> variables = Map.of("JAVA_HOME", home);
    Command empty =
        command(
            new Work("empty program of the other Java", ""), empty(Path.of(home, "bin", "java")));
    commands.add(empty);
    List<Command> all =
        List.of(
            egress(work("`render`, another Java", 1), "render", inputs.declaration(1))
                .with(variables),
            command(work("function, another Java", 1), List.of(launcher.toString()))
                .reading(Path.of(inputs.resourceList(1)))
                .with(variables));
    beside(empty, all, commands, costs);
  }

  private List<Command> verbs() {
    String declaration = inputs.declaration(1);
    String objects = inputs.objects(1);
    return List.of(
        egress(work("`render`", 1), "render", declaration),
        egress(work("`lint`", 1), "lint", declaration),
        egress(work("`check`", 1), "check", "--against", objects, declaration),
        egress(work("`plan`", 1), "plan", "--from", declaration, "--to", declaration),
        egress(work("`import`", 1), "import", objects),
        egress(work("`fmt`", 1), "fmt", "-").reading(Path.of(declaration)),
        egress(work("`explain`", 1), "explain", "EGA0101"),
        egress(work("`schema`", 1), "schema"),
        egress(work("`init`", 1), "init"),
        egress(work("`completion`", 1), "completion", "bash"));
  }

  private Command function() {
    return command(work("function", 1), List.of(launcher.toString()))
        .reading(Path.of(inputs.resourceList(1)));
  }

  /** kustomize starts a plugin with these variables and the name of a file. */
  private Command plugin() {
    String declaration = inputs.declaration(1);
    return egress(work("plugin", 1), declaration)
        .with(
            Map.of(
                "KUSTOMIZE_PLUGIN_CONFIG_ROOT", scratch.toString(),
                "KUSTOMIZE_PLUGIN_CONFIG_STRING", Inputs.read(Path.of(declaration))));
  }

  private Command elsewhere(String copy) {
    return command(
        work("`render`, installed elsewhere", 1), List.of(copy, "render", inputs.declaration(1)));
  }

  /** Adds kustomize with functions, beside kustomize with the objects. */
  void addKustomize(Commands commands, Costs costs) {
    Peers.named("EGRESS_KUSTOMIZE").ifPresent(program -> addKustomize(program, commands, costs));
  }

  private void addKustomize(String program, Commands commands, Costs costs) {
    Command hundred = build(program, "kustomize, one configuration", HUNDRED, 1);
    commands.add(hundred);
    String folder = inputs.resources("objects-of-function", hundred.text());
    Command plain =
        command(work("kustomize, the same objects", HUNDRED), List.of(program, "build", folder));
    commands.add(plain);
    commands.requireSame(hundred, plain);
    commands.row(hundred.work(), plain.work());
    Command one = build(program, "kustomize, one configuration", CONFIGURATIONS, 1);
    Command many = build(program, "kustomize, 20 configurations", CONFIGURATIONS, CONFIGURATIONS);
    commands.add(one);
    commands.add(many);
    commands.row(many.work(), one.work());
    costs.order(one.work(), many.work());
  }

  private Command build(String program, String name, int size, int configurations) {
    String folder = inputs.generators(configurations, size / configurations);
    return command(
        work(name, size),
        List.of(program, "build", "--enable-alpha-plugins", "--enable-exec", folder));
  }
}
