package io.egressalias.internal.drift;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rendered content of a file, and the object to which each line belongs. */
public final class Rendered {
  /** The start of each object in a List; a string never contains a line end. */
  static final String ITEM = "    {";

  private final String text;
  private final List<Manifest> manifests;

  /** The first line of each object, from 0. */
  private final List<Integer> beginnings;

  private Rendered(String text, List<Manifest> manifests, List<Integer> beginnings) {
    this.text = text;
    this.manifests = List.copyOf(manifests);
    this.beginnings = List.copyOf(beginnings);
  }

  /**
   * Returns manifests as {@link ManifestYaml} writes them.
   *
   * @param comment the comment at the start of each document; empty: none
   */
  public static Rendered yaml(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment) {
    StringBuilder text = new StringBuilder();
    List<Manifest> light = new ArrayList<>();
    List<Integer> beginnings = new ArrayList<>();
    int line = 0;
    for (Manifest manifest : manifests) {
      String document = ManifestYaml.write(List.of(manifest), comment);
      light.add(manifest.light());
      beginnings.add(line);
      line += (int) document.chars().filter(c -> c == '\n').count();
      text.append(document);
    }
    return new Rendered(text.toString(), light, beginnings);
  }

  /** Returns manifests as {@link ManifestJson} writes them. */
  public static Rendered json(Iterable<Manifest> manifests) {
    String text = ManifestJson.write(manifests);
    List<Manifest> light = new ArrayList<>();
    for (Manifest manifest : manifests) {
      light.add(manifest.light());
    }
    List<Integer> beginnings = new ArrayList<>();
    int line = 0;
    for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
      if (text.startsWith(ITEM + "\n", start)) {
        beginnings.add(line);
      }
      line++;
    }
    return new Rendered(text, light, beginnings);
  }

  /** Returns a text without objects, such as the index of a directory. */
  public static Rendered text(String text) {
    return new Rendered(text, List.of(), List.of());
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  List<Manifest> manifests() {
    return manifests;
  }

  /** Returns the object to which a line, counted from 0, belongs. */
  Optional<Manifest> at(int line) {
    int place = Collections.binarySearch(beginnings, line);
    int last = place < 0 ? -place - 2 : place;
    return last < 0 ? Optional.empty() : Optional.of(manifests.get(last));
  }
}
