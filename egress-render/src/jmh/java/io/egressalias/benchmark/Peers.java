package io.egressalias.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other programs that write the objects of the same aliases, and check nothing. A variable of the
 * environment names each program; one without is left out.
 */
final class Peers {
  private static final List<Integer> SIZES = List.of(1, 100, 10_000);

  /** The number up to which texts are compared: reading 25,000 documents takes too long. */
  private static final int COMPARED = 100;

  private static final String KUSTOMIZE = "kustomize build of the output";

  private static final List<String> NAMES =
      List.of("helm", "jsonnet", "cdk8s", "cue", "pkl", "kustomize");

  private final Starts starts;
  private final Path sources;
  private final Commands commands;
  private final Costs costs;

  /** Peers with the programs of a directory, {@code src/bench/beside}. */
  Peers(Starts starts, Path sources, Commands commands, Costs costs) {
    this.starts = starts;
    this.sources = sources;
    this.commands = commands;
    this.costs = costs;
  }

  /** Adds this command and its peers with up to a number of aliases. */
  void add(int most) {
    int smaller = 0;
    for (int size : SIZES) {
      if (size <= most) {
        add(size, smaller);
        smaller = size;
      }
    }
  }

  private void add(int size, int smaller) {
    Command ours = starts.render(size);
    commands.add(ours);
    order(ours.work().name(), smaller, size);
    for (String name : NAMES) {
      Optional<Command> peer = peer(name, size, ours);
      if (peer.isPresent()) {
        commands.add(peer.get());
        if (size <= COMPARED) {
          commands.requireSame(ours, peer.get());
        }
        commands.row(ours.work(), peer.get().work());
        order(peer.get().work().name(), smaller, size);
      }
    }
  }

  private void order(String name, int smaller, int size) {
    if (smaller > 0) {
      costs.order(Starts.work(name, smaller), Starts.work(name, size));
    }
  }

  private Optional<Command> peer(String name, int size, Command ours) {
    return switch (name) {
      case "helm" -> helm(size);
      case "jsonnet" -> jsonnet(size);
      case "cdk8s" -> cdk8s(size);
      case "cue" -> cue(size);
      case "pkl" -> pkl(size);
      default -> kustomize(size, ours);
    };
  }

  private Optional<Command> helm(int size) {
    return named("HELM")
        .map(
            program ->
                starts.command(
                    Starts.work("helm", size),
                    List.of(program, "template", "aliases", source("chart"), "-f", values(size))));
  }

  private Optional<Command> jsonnet(int size) {
    return named("JSONNET")
        .map(
            program ->
                starts.command(
                    Starts.work("jsonnet", size),
                    List.of(
                        program,
                        "-S",
                        "--tla-code-file",
                        "values=" + values(size),
                        source("aliases.jsonnet"))));
  }

  private Optional<Command> cdk8s(int size) {
    return named("CDK8S")
        .map(
            modules ->
                starts
                    .command(
                        Starts.work("cdk8s", size),
                        List.of("node", source("aliases.cdk8s.js"), values(size)))
                    .with(Map.of("NODE_PATH", modules)));
  }

  private Optional<Command> cue(int size) {
    return named("CUE")
        .map(
            program ->
                starts.command(
                    Starts.work("cue", size),
                    List.of(
                        program,
                        "export",
                        "--out",
                        "text",
                        "-e",
                        "text",
                        source("aliases.cue"),
                        values(size))));
  }

  private Optional<Command> pkl(int size) {
    return named("PKL")
        .map(
            program ->
                starts.command(
                    Starts.work("pkl", size),
                    List.of(
                        program, "eval", "-p", "values=" + values(size), source("aliases.pkl"))));
  }

  /** kustomize has no aliases, so it gets the objects themselves. */
  private Optional<Command> kustomize(int size, Command ours) {
    return size > COMPARED
        ? Optional.empty()
        : named("EGRESS_KUSTOMIZE")
            .map(
                program ->
                    starts.command(
                        Starts.work(KUSTOMIZE, size),
                        List.of(
                            program,
                            "build",
                            starts.inputs().resources("objects-" + size, ours.text()))));
  }

  private String source(String name) {
    return sources.resolve(name).toString();
  }

  private String values(int size) {
    return starts.inputs().values(size);
  }

  static Optional<String> named(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isEmpty());
  }
}
