package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.egressalias.model.EgressAlias;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type and its members are listed in a committed file. */
final class ApiTest {
  /** Rewrites the files. The run fails nevertheless, so that a person reviews the change. */
  private static final boolean UPDATE = Boolean.getBoolean("egress.update");

  private static final String HINT = "; if this is meant, run with -Degress.update=true";

  private record Module(String directory, Class<?> member) {
    @Override
    public String toString() {
      return directory;
    }
  }

  static List<Module> modules() {
    return List.of(
        new Module("egress-model", EgressAlias.class),
        new Module("egress-render", ManifestYaml.class));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void apiIsAsCommitted(Module module) throws Exception {
    Path file = Path.of("..", module.directory(), "api.txt");
    String api = api(module.member());
    if (UPDATE) {
      Files.writeString(file, api);
      fail(file + " is rewritten. Look at `git diff`, then run without -Degress.update");
    }
    Set<String> gone = new TreeSet<>(Files.readAllLines(file));
    Set<String> added = new TreeSet<>(api.lines().toList());
    gone.removeAll(api.lines().toList());
    added.removeAll(Files.readAllLines(file));
    assertEquals("[]", gone.toString(), "gone from " + file + HINT);
    assertEquals("[]", added.toString(), "not in " + file + HINT);
    assertEquals(Files.readString(file), api, "another order in " + file + HINT);
  }

  /** Public types must not expose internal ones. */
  @ParameterizedTest
  @MethodSource("modules")
  void apiNamesNoInternalType(Module module) throws Exception {
    List<String> internal =
        api(module.member()).lines().filter(line -> line.contains(".internal.")).toList();
    assertEquals(List.of(), internal);
  }

  private static String api(Class<?> member) throws IOException, URISyntaxException {
    Map<String, Set<String>> types = new TreeMap<>();
    Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      types(place, types);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        types(jar.getPath("/"), types);
      }
    }
    StringBuilder text = new StringBuilder();
    types.forEach(
        (type, members) -> {
          text.append(type).append('\n');
          members.forEach(m -> text.append("  ").append(m).append('\n'));
        });
    return text.toString();
  }

  private static void types(Path root, Map<String, Set<String>> types) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.matches("io/egressalias/.*\\.class"))
          .filter(name -> !name.endsWith("-info.class"))
          .filter(name -> !name.startsWith("io/egressalias/internal/"))
          .map(name -> load(name.replace('/', '.').replaceFirst("\\.class$", "")))
          .filter(ApiTest::isPublic)
          .forEach(type -> types.put(text(type), members(type)));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        return false;
      }
    }
    return !type.isSynthetic() && !type.isAnonymousClass();
  }

  private static String text(Class<?> type) {
    String word = type.isInterface() ? "interface" : "class";
    if (type.isRecord() || type.isEnum()) {
      word = type.isRecord() ? "record" : "enum";
    }
    return type.getName() + ": " + (type.isSealed() && !type.isEnum() ? "sealed " : "") + word;
  }

  /** The members that a type declares, without those of Java's types and of records. */
  private static Set<String> members(Class<?> type) {
    Set<String> members = new TreeSet<>();
    for (Member member : declared(type)) {
      boolean visible = (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
      if (visible && !member.isSynthetic() && !isGiven(member, type)) {
        members.add(text(member).replace(type.getName() + ".", ""));
      }
    }
    return members;
  }

  private static List<Member> declared(Class<?> type) {
    Stream<AccessibleObject> all =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
            .flatMap(Stream::of);
    return all.map(Member.class::cast).toList();
  }

  private static boolean isGiven(Member member, Class<?> type) {
    List<String> ofObject = List.of("equals", "hashCode", "toString");
    List<String> ofEnum = List.of("values", "valueOf");
    return ofObject.contains(member.getName())
        || (type.isEnum() && member instanceof Executable && ofEnum.contains(member.getName()));
  }

  private static String text(Member member) {
    if (member instanceof Field field) {
      return field.toGenericString();
    }
    return member instanceof Constructor<?> constructor
        ? constructor.toGenericString()
        : Objects.requireNonNull((Method) member).toGenericString();
  }
}
