package io.egressalias.internal.files;

import io.egressalias.imports.Imported;
import io.egressalias.imports.ImportedDeclaration;
import io.egressalias.imports.LeftoversScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that an import writes. A file that is not a declaration, or not a script of an import,
 * is not replaced.
 *
 * @param base the base of relative names
 * @param file the file of all declarations
 * @param directory the directory of the declarations, if there is no file
 * @param byNamespace whether the directory has a file for each namespace
 * @param leftovers the script that deletes what the declarations do not render
 */
public record ImportedFiles(
    Path base,
    Optional<Path> file,
    Optional<Path> directory,
    boolean byNamespace,
    Optional<Path> leftovers) {
  private static final String WITHOUT_NAMESPACE = "egress";

  /** Returns declarations as one text. */
  public static String together(List<ImportedDeclaration> declarations) {
    return declarations.stream()
        .map(ImportedDeclaration::text)
        .collect(Collectors.joining("---\n"));
  }

  /**
   * Checks the files that are known before an import.
   *
   * @throws Failure if a file may not be replaced
   */
  public void check() {
    file.ifPresent(name -> declaration(name).check());
    leftovers.ifPresent(this::checkScript);
  }

  /**
   * Writes the declarations and the script. All files are checked before the first one is written.
   *
   * @throws Failure if a file may not be replaced, or cannot be written
   */
  public void write(Imported imported) {
    Map<Path, String> texts = texts(imported.declarations());
    texts.keySet().forEach(name -> declaration(name).check());
    leftovers.ifPresent(this::checkScript);
    if (!texts.isEmpty()) {
      directory.ifPresent(this::create);
    }
    texts.forEach((name, text) -> declaration(name).write(text));
    leftovers.ifPresent(name -> writeScript(name, LeftoversScript.of(imported.leftovers())));
  }

  private Map<Path, String> texts(List<ImportedDeclaration> declarations) {
    Map<Path, String> texts = new LinkedHashMap<>();
    if (directory.isPresent()) {
      for (ImportedDeclaration declaration : declarations) {
        add(texts, directory.get(), declaration);
      }
    } else if (file.isPresent() && !declarations.isEmpty()) {
      texts.put(file.get(), together(declarations));
    }
    return texts;
  }

  private void add(Map<Path, String> texts, Path parent, ImportedDeclaration declaration) {
    Optional<String> namespace = byNamespace ? declaration.value().namespace() : Optional.empty();
    Path name = parent.resolve(namespace.orElse(WITHOUT_NAMESPACE) + ".yaml");
    if (texts.put(name, declaration.text()) != null) {
      throw new Failure(
          "two declarations would be written to `"
              + name
              + "`: that of the namespace `egress`, and that of objects without a namespace. Give the"
              + " objects a namespace");
    }
  }

  private DeclarationFile declaration(Path name) {
    return new DeclarationFile(base.resolve(name), name.toString());
  }

  private void create(Path name) {
    try {
      Files.createDirectories(base.resolve(name));
    } catch (IOException e) {
      throw Failure.of("create", name, e);
    }
  }

  private void checkScript(Path name) {
    Path path = base.resolve(name);
    try {
      if (Files.isRegularFile(path)
          && !new WrittenFile(path).read().orElse("").startsWith(LeftoversScript.TITLE)) {
        throw new Failure(
            "`"
                + name
                + "` already exists and is not changed, because it is not a script of an import. Pass"
                + " another name, or delete it");
      }
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private void writeScript(Path name, String script) {
    try {
      new WrittenFile(base.resolve(name)).write(script);
    } catch (IOException e) {
      throw Failure.of("write", name, e);
    }
  }
}
