package io.egressalias;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Checks the package dependencies of the command, and that the rules for the library would detect
 * the command as an entry point.
 */
final class CommandArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.egressalias.cli");

  @Test
  void classesOfTheCommandAreImported() {
    assertTrue(CLASSES.contain("io.egressalias.cli.Main"));
  }

  @Test
  void packageDependenciesMatchTheDesign() {
    ArchitectureTest.assertInTheDesign(CLASSES);
    ArchitectureTest.assertKnowNoOthers(CLASSES);
    ArchitectureTest.assertNullMarked(CLASSES);
  }

  @Test
  void forbiddenDependencyIsDetected() {
    assertThrows(
        AssertionError.class, () -> ArchitectureTest.arrow("cli", "declaration").check(CLASSES));
  }

  @Test
  void noClassUsesTheNetwork() {
    ArchitectureTest.noNetwork().check(CLASSES);
  }

  /** The command does what the library must not do, so the rules must report it. */
  @Test
  void accessToTheEnvironmentIsDetected() {
    ArchRule world = noClasses().should().dependOnClassesThat(ArchitectureTest.world());
    ArchRule machine = noClasses().should().accessTargetWhere(ArchitectureTest.machine());
    assertThrows(AssertionError.class, () -> world.check(CLASSES));
    assertThrows(AssertionError.class, () -> machine.check(CLASSES));
  }
}
