package io.egressalias.golden;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A declaration in the folder of goldens, and its approved output. */
record GoldenFile(String name) {
  static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final Map<GoldenFile, Validated<List<EgressAliases>>> READ =
      new ConcurrentHashMap<>();

  static List<GoldenFile> all() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(file -> !file.contains(".approved."))
        .map(file -> new GoldenFile(file.replaceFirst("\\.yaml$", "")))
        .toList();
  }

  /** All files in the folder. */
  static List<Path> files() {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries.filter(file -> !file.toString().contains(".received.")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path declaration() {
    return FOLDER.resolve(name + ".yaml");
  }

  Path approved() {
    return FOLDER.resolve(name + ".approved.yaml");
  }

  /** Reads the declaration as the command would, without a cache. */
  Validated<List<EgressAliases>> readAnew() {
    return DeclarationReader.read(name + ".yaml", text());
  }

  private Validated<List<EgressAliases>> read() {
    return READ.computeIfAbsent(this, GoldenFile::readAnew);
  }

  private String text() {
    try {
      return Files.readString(declaration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Manifest> render() {
    return ManifestRenderer.render(read());
  }

  EgressAlias alias() {
    EgressAliases document = document();
    return document.resolve(document.aliases().get(0));
  }

  Platform platform() {
    return document().platform();
  }

  private EgressAliases document() {
    return read().orThrow().get(0);
  }

  /** Returns the name, which identifies a failed golden. */
  @Override
  public String toString() {
    return name;
  }
}
