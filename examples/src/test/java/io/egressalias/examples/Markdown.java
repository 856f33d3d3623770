package io.egressalias.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document in Markdown, as far as the tests look into it. */
final class Markdown {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  private final Path file;
  private final String text;

  /** A fenced block of code. */
  record Block(String language, String code) {}

  private Markdown(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Markdown read(Path file) throws IOException {
    return new Markdown(file, Project.read(file));
  }

  /** Returns every document of the project, but for what a build or git keeps there. */
  static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !isMade(root.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isMade(Path file) {
    return file.toString().replace('\\', '/').matches("(.*/)?(target|\\.git)/.*");
  }

  List<Block> blocks() {
    return BLOCK.matcher(text).results().map(m -> new Block(m.group(1), m.group(2))).toList();
  }

  List<String> blocks(String language) {
    return blocks().stream().filter(b -> b.language().equals(language)).map(Block::code).toList();
  }

  /** Returns the text before the first block of code. */
  String opening() {
    return text.substring(0, text.indexOf("```"));
  }

  /** Returns the links that lead nowhere: to no file, or to no heading in it. */
  List<String> brokenLinks() {
    String prose = BLOCK.matcher(text).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(m -> m.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !resolves(link))
        .toList();
  }

  private boolean resolves(String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    return target.startsWith(Project.ROOT)
        && Files.exists(target)
        && (hash < 0 || hasHeading(target, link.substring(hash + 1)));
  }

  private static boolean hasHeading(Path target, String anchor) {
    try {
      String prose = BLOCK.matcher(Project.read(target)).replaceAll("");
      return HEADING.matcher(prose).results().anyMatch(m -> anchor(m.group(1)).equals(anchor));
    } catch (IOException e) {
      return false;
    }
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
