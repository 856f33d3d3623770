package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks the package dependencies of the goals. */
final class GoalArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.egressalias.maven");

  @Test
  void classesOfTheGoalsAreImported() {
    assertTrue(CLASSES.contain("io.egressalias.maven.CheckMojo"));
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
        AssertionError.class, () -> ArchitectureTest.arrow("maven", "declaration").check(CLASSES));
  }

  @Test
  void noClassUsesTheNetwork() {
    ArchitectureTest.noNetwork().check(CLASSES);
  }
}
