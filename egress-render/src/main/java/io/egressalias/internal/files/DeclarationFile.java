package io.egressalias.internal.files;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file for declarations. An existing file is replaced only if all of its documents are
 * declarations, so that no manifest is lost.
 */
public final class DeclarationFile {
  /**
   * The findings about a text that is not a declaration. Other errors are those of declarations.
   */
  private static final Set<Rule> OF_OTHER_TEXTS =
      Set.of(Rule.TEXT, Rule.SYNTAX, Rule.LIMIT, Rule.KIND, Rule.NO_DECLARATION);

  private final Path path;
  private final String name;

  /**
   * Creates a file.
   *
   * @param name the name as the user gave it
   */
  public DeclarationFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Checks that the file does not exist yet or is a declaration.
   *
   * @throws Failure if it may not be replaced, or cannot be read
   */
  public void check() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    // A device or a pipe is not replaced.
    if (Files.isRegularFile(path) && !isDeclaration(text())) {
      throw new Failure(
          "`"
              + name
              + "` already exists and is not changed, because it is not a declaration. Pass another"
              + " name, or delete it");
    }
  }

  private String text() {
    try {
      return new WrittenFile(path).read().orElse("");
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private static boolean isDeclaration(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (Diagnostic finding :
        DeclarationReader.read(List.of(Source.of("", text)), Assumptions.none()).diagnostics()) {
      boolean root = finding.path().steps().isEmpty();
      if (OF_OTHER_TEXTS.contains(finding.rule()) || (finding.rule() == Rule.WRONG_TYPE && root)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the file.
   *
   * @throws Failure if it may not be replaced, or cannot be written
   */
  public void write(String text) {
    check();
    try {
      new WrittenFile(path).write(text);
    } catch (IOException e) {
      throw Failure.of("write", name, e);
    }
  }
}
