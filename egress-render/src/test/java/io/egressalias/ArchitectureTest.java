package io.egressalias;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.model.EgressAlias;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Checks the dependencies between packages, and that only the entry points access the environment.
 * The modules of the command and of the goals check their own packages in the same way.
 */
final class ArchitectureTest {
  private static final String ROOT = "io.egressalias";

  private static final Set<String> FOR_ENTRY_POINTS =
      Set.of(
          "compile",
          "declaration",
          "imports",
          "lint",
          "check",
          "render",
          "plan",
          "internal.drift",
          "yaml",
          "internal.report",
          "diagnostic",
          "model");

  /** Every package, with the packages on which it may depend. */
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          // kustomize and kpt also start the command.
          // A list of aliases tells their forms.
          Map.entry(
              "cli",
              forEntryPoints(
                  "cli.usage",
                  "internal.files",
                  "internal.krm",
                  "internal.text",
                  "object",
                  "resolve")),
          // A table of arguments, which is about no declaration.
          Map.entry("cli.usage", Set.of()),
          Map.entry("maven", forEntryPoints("internal.files", "maven.help")),
          // Contains a generated goal.
          Map.entry("maven.help", Set.of()),
          Map.entry("internal.krm", forEntryPoints("object", "internal.text")),
          // Also writes declarations, and documents the form that supports each field.
          Map.entry(
              "declaration",
              Set.of(
                  "internal.text",
                  "internal.format",
                  "check",
                  "resolve",
                  "yaml",
                  "diagnostic",
                  "model")),
          // Reads and writes the same text with its comments.
          Map.entry("internal.format", Set.of("internal.text")),
          // Reads what people and tools wrote.
          Map.entry(
              "internal.manifest",
              Set.of("declaration", "internal.text", "object", "render", "diagnostic", "model")),
          // Judges what people and tools wrote.
          Map.entry(
              "lint",
              Set.of(
                  "compile",
                  "internal.manifest",
                  "internal.text",
                  "declaration",
                  "check",
                  "resolve",
                  "render",
                  "object",
                  "diagnostic",
                  "model")),
          // Turns manifests into declarations, and renders these to find what is left over.
          Map.entry(
              "imports",
              Set.of(
                  "internal.manifest",
                  "internal.report",
                  "internal.text",
                  "declaration",
                  "check",
                  "resolve",
                  "render",
                  "object",
                  "yaml",
                  "diagnostic",
                  "model")),
          // For callers with files instead of texts.
          Map.entry("files", Set.of("internal.files", "declaration")),
          // Reads declarations and writes manifests.
          Map.entry(
              "internal.files",
              Set.of(
                  "check",
                  "internal.text",
                  "compile",
                  "declaration",
                  "imports",
                  "object",
                  "render",
                  "internal.drift",
                  "yaml",
                  "diagnostic",
                  "model")),
          // Combines reading, checking and rendering.
          Map.entry("compile", Set.of("declaration", "render", "diagnostic", "model")),
          // Rendering refuses a set with errors.
          Map.entry("render", Set.of("check", "resolve", "object", "diagnostic", "model")),
          Map.entry("plan", Set.of("object", "render", "diagnostic", "model")),
          // Reads committed text as declarations are read, and prints it as manifests are printed.
          Map.entry(
              "internal.drift",
              Set.of("internal.text", "object", "render", "yaml", "diagnostic", "model")),
          // Messages contain printable text.
          Map.entry("internal.text", Set.of("diagnostic")),
          // Needs the namespace of objects without one.
          Map.entry("object", Set.of("model")),
          // Writes manifests, with printable text in comments.
          Map.entry("yaml", Set.of("internal.text", "render", "diagnostic")),
          Map.entry("check", Set.of("resolve", "diagnostic", "model")),
          Map.entry("resolve", Set.of("model")),
          Map.entry("internal.report", Set.of("diagnostic", "model")),
          Map.entry("diagnostic", Set.of("model")),
          Map.entry("model", Set.of()));

  private static final String FILES = ROOT + "..files..";

  /** Reads the files of the rules, which are in the same jar. */
  private static final String RULE_RESOURCE = ROOT + ".diagnostic.RuleResource";

  private static final String[] DOORS = {ROOT + ".cli..", ROOT + ".maven..", FILES};

  /**
   * Classes for reading and writing files: no sockets, and of processes only whether the owner of a
   * partial file is alive.
   */
  private static final Set<String> FOR_FILES =
      Set.of(
          "java.io.BufferedOutputStream",
          "java.io.InputStream",
          "java.io.BufferedInputStream",
          "java.io.OutputStream",
          "java.io.OutputStreamWriter",
          "java.io.Writer",
          "java.io.IOException",
          "java.io.Serializable",
          "java.lang.ProcessHandle");

  private static final Set<String> HARMLESS_IO =
      Set.of("java.io.IOException", "java.io.UncheckedIOException", "java.io.Serializable");

  private static final Set<String> CLOCKS_AND_PROCESSES =
      Set.of(
          "java.time.Clock",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.Timer",
          "java.lang.Runtime",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle");

  private static final List<String> NETWORK_PACKAGES =
      List.of("javax.net.", "javax.naming.", "java.rmi.", "javax.management.", "com.sun.net.");

  private static final Pattern NETWORK_CHANNELS =
      Pattern.compile(
          "java\\.nio\\.channels\\.(.*Socket.*|Datagram.*|Multicast.*|Network.*|spi\\..*)");

  private static final Set<String> PURE_METHODS_OF_SYSTEM = Set.of("arraycopy", "identityHashCode");

  private static final Set<String> SETTINGS_OF_THE_MACHINE =
      Set.of(
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Boolean.getBoolean",
          "java.util.UUID.randomUUID");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void classesOfBothModulesAreImported() {
    assertTrue(CLASSES.contain(EgressAlias.class), "egress-model");
    assertTrue(CLASSES.contain(Diagnostic.class), "egress-model");
    assertTrue(CLASSES.contain(Manifest.class), "egress-render");
  }

  @Test
  void everyPackageIsListed() {
    assertInTheDesign(CLASSES);
    assertTrue(packages(CLASSES).size() >= 8, "too few packages");
  }

  static void assertInTheDesign(JavaClasses classes) {
    Set<String> unknown = new TreeSet<>();
    for (JavaPackage each : packages(classes)) {
      String name = each.getName().substring(ROOT.length() + 1);
      if (!KNOWS.containsKey(name)) {
        unknown.add(name);
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void packagesDependOnlyOnAllowedPackages() {
    assertKnowNoOthers(CLASSES);
  }

  static void assertKnowNoOthers(JavaClasses classes) {
    for (String from : new TreeSet<>(KNOWS.keySet())) {
      for (String to : new TreeSet<>(KNOWS.keySet())) {
        if (!to.equals(from) && !KNOWS.getOrDefault(from, Set.of()).contains(to)) {
          arrow(from, to).check(classes);
        }
      }
    }
  }

  @Test
  void forbiddenDependencyIsDetected() {
    assertThrows(AssertionError.class, () -> arrow("internal.files", "declaration").check(CLASSES));
  }

  @Test
  void onlyEntryPointsAccessTheEnvironment() {
    touchingTheWorld().check(CLASSES);
    lookingAround().check(CLASSES);
  }

  /** The entry points included; host names are only handled as text. */
  @Test
  void noClassUsesTheNetwork() {
    noNetwork().check(CLASSES);
  }

  @Test
  void useOfTheNetworkIsDetected() {
    for (Class<?> each : List.of(Client.class, Caller.class, Listener.class)) {
      assertThrows(
          AssertionError.class,
          () -> noNetwork().check(new ClassFileImporter().importClasses(each)),
          each.getSimpleName());
    }
  }

  private record Client(java.net.Socket socket) {}

  private record Caller(java.net.http.HttpClient http) {}

  private record Listener(java.nio.channels.ServerSocketChannel channel) {}

  @Test
  void filePackagesOnlyAccessFiles() {
    DescribedPredicate<JavaClass> allowed =
        DescribedPredicate.describe(
            "are for files",
            c -> c.getName().startsWith("java.nio.file.") || FOR_FILES.contains(c.getName()));
    noClasses()
        .that()
        .resideInAPackage(FILES)
        .should()
        .dependOnClassesThat(world().and(DescribedPredicate.not(allowed)))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(System.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertNullMarked(CLASSES);
  }

  static void assertNullMarked(JavaClasses classes) {
    for (JavaPackage each : packages(classes)) {
      assertTrue(
          each.isAnnotatedWith(NullMarked.class),
          each.getName() + " has no package-info.java with @NullMarked");
    }
  }

  /** The packages of these classes, without packages that only contain packages. */
  private static List<JavaPackage> packages(JavaClasses classes) {
    return classes.stream().map(JavaClass::getPackage).distinct().toList();
  }

  private static Set<String> forEntryPoints(String... more) {
    return Stream.concat(FOR_ENTRY_POINTS.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  static ArchRule arrow(String from, String to) {
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from + "..")
        .should()
        .dependOnClassesThat()
        // A package is part of the one that contains it.
        .resideInAPackage(ROOT + "." + to + (from.startsWith(to + ".") ? "" : ".."))
        .allowEmptyShould(true);
  }

  private static ArchRule touchingTheWorld() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(DOORS)
        .and()
        .doNotHaveFullyQualifiedName(RULE_RESOURCE)
        .should()
        .dependOnClassesThat(world());
  }

  @Test
  void ruleTextIsReadOnlyFromTheJar() {
    DescribedPredicate<JavaClass> stream =
        DescribedPredicate.describe(
            "is the stream of a resource", c -> c.getName().equals("java.io.InputStream"));
    noClasses()
        .that()
        .haveFullyQualifiedName(RULE_RESOURCE)
        .should()
        .dependOnClassesThat(world().and(DescribedPredicate.not(stream)))
        .check(CLASSES);
  }

  static ArchRule noNetwork() {
    return noClasses().should().dependOnClassesThat(network());
  }

  private static DescribedPredicate<JavaClass> network() {
    return DescribedPredicate.describe(
        "are sockets, or what opens them",
        each -> {
          String name = each.getName();
          return (name.startsWith("java.net.") && !name.equals("java.net.IDN"))
              || NETWORK_PACKAGES.stream().anyMatch(name::startsWith)
              || NETWORK_CHANNELS.matcher(name).matches();
        });
  }

  private static ArchRule lookingAround() {
    return noClasses().that().resideOutsideOfPackages(DOORS).should().accessTargetWhere(machine());
  }

  static DescribedPredicate<JavaClass> world() {
    return DescribedPredicate.describe(
        "are files, streams, sockets, clocks or processes",
        each -> {
          String name = each.getName();
          return (name.startsWith("java.io.") && !HARMLESS_IO.contains(name))
              || name.startsWith("java.nio.file.")
              || name.startsWith("java.nio.channels.")
              // A table of letters, in the same package as sockets.
              || (name.startsWith("java.net.") && !name.equals("java.net.IDN"))
              || CLOCKS_AND_PROCESSES.contains(name);
        });
  }

  static DescribedPredicate<JavaAccess<?>> machine() {
    return DescribedPredicate.describe(
        "is System, or tells the time or a setting of the machine",
        access -> {
          String owner = access.getTargetOwner().getName();
          String member = access.getTarget().getName();
          return (owner.equals("java.lang.System") && !PURE_METHODS_OF_SYSTEM.contains(member))
              || (owner.startsWith("java.time.") && member.equals("now"))
              || (owner.equals("java.time.ZoneId") && member.equals("systemDefault"))
              || SETTINGS_OF_THE_MACHINE.contains(owner + "." + member);
        });
  }
}
