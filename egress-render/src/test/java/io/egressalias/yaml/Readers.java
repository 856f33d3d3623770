package io.egressalias.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Independent YAML readers, and conversions for comparing their results. */
public final class Readers {
  private static final int LONGEST_TEXT = 64 * 1024 * 1024;

  private Readers() {}

  /** Reads every document by the rules of YAML 1.1. */
  public static List<Object> yaml11(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST_TEXT);
    options.setAllowDuplicateKeys(false);
    return list(new Yaml(new SafeConstructor(options)).loadAll(text));
  }

  /**
   * Reads every document by the rules of YAML 1.2. The buffer holds the whole text, because the
   * reader fails if a buffer ends within a character.
   */
  public static List<Object> yaml12(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LONGEST_TEXT)
            .setBufferSize(Math.max(text.length(), 1))
            .build();
    return list(new Load(settings).loadAllFromString(text));
  }

  private static List<Object> list(Iterable<Object> documents) {
    List<Object> list = new ArrayList<>();
    documents.forEach(list::add);
    return list;
  }

  /** Returns a tree as maps, lists and simple values. */
  public static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node.isInt()) {
      return node.intValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    // Other nodes are not strings and equal none.
    return node.isString() ? node.stringValue() : node;
  }
}
