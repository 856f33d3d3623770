package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.Level.Home;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains the unknown keys of a map: what each probably means, and what to write instead. */
final class UnknownKeys {
  /** The key with which YAML 1.1 merges another map. */
  private static final String MERGE = "<<";

  private static final String MERGED =
      "Replace `<<` with the keys and values of the other map, because YAML 1.2 has no merge key";

  private static final String LABELS = WorkloadSelectorField.MATCH_LABELS.field().name();

  /** Limits the size of a message. */
  private static final int MOST_LABELS = 10;

  private static final String VERIFY =
      "Replace `%1$s` with `caCertificates: /etc/certs/ca.pem`%2$s if a private authority signed the"
          + " certificate of the server, or replace `%1$s` with `sni: api.example.com`%2$s and"
          + " `subjectAltNames: [api.example.com]`%2$s if the certificate contains another name";

  private final Mapping mapping;
  private final Tree document;
  private final List<String> absent;
  private final Fields shape;
  private final FieldPath path;
  private final List<Level> levels;
  private final Set<FieldPath> meant = new HashSet<>();

  /** The first key for each field of another map, by the path of that map and the field. */
  private final Map<FieldPath, Map<String, Entry>> elsewhere = new LinkedHashMap<>();

  /** What a finding says about a key. */
  record Answer(String message, String remedy) {}

  /**
   * Reads the unknown keys of a map.
   *
   * @param path the place of the map in the document
   */
  UnknownKeys(Mapping mapping, Fields shape, FieldPath path, Tree document) {
    this.mapping = mapping;
    this.document = document;
    this.shape = shape;
    this.path = path;
    this.levels = Level.to(path);
    this.absent = absent(mapping, shape);
    for (Entry entry : mapping.entries()) {
      if (shape.field(entry.key().text()) == null) {
        read(entry);
      }
    }
  }

  private static List<String> absent(Mapping mapping, Fields shape) {
    List<String> absent = shape.names();
    for (Entry entry : mapping.entries()) {
      absent.remove(entry.key().text());
    }
    return absent;
  }

  private void read(Entry entry) {
    String key = entry.key().text();
    if (key.equals(MERGE)) {
      absent.forEach(this::means);
    } else if (isWrapper(entry)) {
      ((Mapping) entry.value()).entries().forEach(inner -> means(inner.key().text()));
    } else if (isLabel(entry)) {
      means(LABELS);
    } else if (line(entry).isPresent()) {
      String line = line(entry).get();
      means(line.substring(0, line.indexOf(':')));
    } else if (!OtherNames.isVerification(key)) {
      Optional<Field> here = here(entry);
      here.ifPresent(field -> means(field.name()));
      home(entry, here)
          .ifPresent(
              home -> {
                meant.add(home.meant(document));
                elsewhere
                    .computeIfAbsent(home.holder(), any -> new LinkedHashMap<>())
                    .putIfAbsent(home.field().name(), entry);
              });
    }
  }

  private void means(String field) {
    if (absent.contains(field)) {
      meant.add(path.key(field));
    }
  }

  /** Returns the paths that the unknown keys probably mean. */
  Set<FieldPath> meant() {
    return meant;
  }

  /** Returns the message and the remedy for one of the keys. */
  Answer answer(Entry entry) {
    String key = entry.key().text();
    String unknown = "the key `" + Quoted.shortened(key) + "` is unknown";
    if (key.equals(MERGE)) {
      return new Answer(unknown, merge());
    }
    if (isWrapper(entry)) {
      return new Answer(unknown, unwrapped(entry));
    }
    if (isLabel(entry)) {
      return new Answer(unknown + ", because labels belong under `" + LABELS + "`", labels());
    }
    if (OtherNames.isVerification(key)) {
      return new Answer(
          unknown + ", and TLS without verification of the server cannot be declared",
          VERIFY.formatted(Quoted.shortened(key), level().equals("tls") ? "" : " in `tls`"));
    }
    Optional<String> line = line(entry);
    if (line.isPresent()) {
      return new Answer(unknown, replace(key, line.get()));
    }
    Optional<Field> here = here(entry);
    Optional<Home> home = home(entry, here);
    if (home.isPresent()) {
      MisplacedKey misplaced =
          new MisplacedKey(key, home.get(), elsewhere.getOrDefault(home.get().holder(), Map.of()));
      return new Answer(misplaced.message(), misplaced.remedy(document));
    }
    return new Answer(
        unknown,
        here.isPresent()
            ? renamed(entry, here.get())
            : removed(key, OtherNames.reason(key, level())));
  }

  private String level() {
    return levels.get(levels.size() - 1).name();
  }

  /** Returns whether a key is a label of the pods that a workload selector selects. */
  private boolean isLabel(Entry entry) {
    return shape.equals(WorkloadSelectorField.SHAPE)
        && absent.contains(LABELS)
        && entry.value() instanceof Scalar
        && Suggestions.of(entry.key().text(), absent).isEmpty();
  }

  /** Returns all labels, as the field that has them. */
  private String labels() {
    List<Entry> labels = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (keys.size() == MOST_LABELS) {
        break;
      }
      if (isLabel(entry)) {
        labels.add(entry);
        keys.add(Quoted.shortened(entry.key().text()));
      }
    }
    return "Replace "
        + SchemaRemedy.joined(keys)
        + " with `"
        + FlowText.of(LABELS, new Mapping(mapping.place(), true, labels)).orElse(LABELS)
        + "`";
  }

  private Optional<String> line(Entry entry) {
    Optional<String> line =
        entry.value() instanceof Scalar scalar
            ? OtherNames.line(entry.key().text(), scalar.text(), level())
            : Optional.empty();
    return line.filter(text -> absent.contains(text.substring(0, text.indexOf(':'))));
  }

  /** Returns the absent field of this map that a key probably means. */
  private Optional<Field> here(Entry entry) {
    String key = entry.key().text();
    Field same = Level.named(key, shape);
    Optional<String> name =
        same == null
            ? OtherNames.field(key, level()).filter(absent::contains)
            : Optional.of(same.name()).filter(absent::contains);
    if (name.isEmpty() && OtherNames.field(key, level()).isEmpty()) {
      name = Suggestions.of(key, absent);
    }
    return name.map(shape::field).filter(field -> !isSecondTarget(field));
  }

  /** Returns whether an alias with a field would have a second target. */
  private boolean isSecondTarget(Field field) {
    return shape.oneOf().isPresent()
        && shape.oneOf().get().keys().contains(field.name())
        && shape.oneOf().get().keys().stream().anyMatch(key -> mapping.entry(key) != null);
  }

  /**
   * Returns the field of another map that a key probably means. A field of this map comes first if
   * its name is the same, or if the value has its type.
   */
  private Optional<Home> home(Entry entry, Optional<Field> here) {
    String key = entry.key().text();
    if (here.isPresent()
        && (Level.named(key, shape) != null
            || OtherNames.field(key, level()).isPresent()
            || !(entry.value() instanceof Scalar))) {
      return Optional.empty();
    }
    Optional<Home> home = Level.home(OtherNames.field(key, level()).orElse(key), levels);
    return home.filter(found -> !found.down().isEmpty() || !found.level().name().isEmpty());
  }

  private String merge() {
    return mapping.value(MERGE) instanceof Mapping merged
        ? lines(merged)
            .map(lines -> "Replace `<<` with " + lines + ", because YAML 1.2 has no merge key")
            .orElse(MERGED)
        : MERGED;
  }

  private boolean isWrapper(Entry entry) {
    return OtherNames.isWrapper(entry.key().text())
        && entry.value() instanceof Mapping inner
        && lines(inner).isPresent();
  }

  private String unwrapped(Entry entry) {
    return "Replace `%s` with %s"
        .formatted(
            Quoted.shortened(entry.key().text()), lines((Mapping) entry.value()).orElseThrow());
  }

  /** Returns the entries that are absent fields of this map, as lines; empty: none. */
  private Optional<String> lines(Mapping other) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : other.entries()) {
      String key = entry.key().text();
      if (absent.contains(key)) {
        FlowText.of(key, entry.value()).ifPresent(line -> lines.add("`" + line + "`"));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", lines));
  }

  private static String renamed(Entry entry, Field field) {
    String key = entry.key().text();
    Optional<String> line = SchemaRemedy.fitting(field, entry.value());
    return line.isPresent() ? replace(key, line.get()) : "Rename the key to `" + field.name() + "`";
  }

  private static String replace(String key, String line) {
    return "Replace `" + Quoted.shortened(key) + "` with `" + line + "`";
  }

  private static String removed(String key, String reason) {
    return "Remove `" + Quoted.shortened(key) + "`, because " + reason;
  }
}
