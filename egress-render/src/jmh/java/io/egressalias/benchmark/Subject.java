package io.egressalias.benchmark;

import java.util.function.Function;

/** A library that writes the documents; public for the code that JMH generates. */
public enum Subject {
  MODEL("model to text", Ours::model),
  CHECKED("model to text, with all checks", Ours::checked),
  DECLARATION("declaration to text, with all checks", Ours::declaration),
  ENGINE("snakeyaml-engine: events of the same trees", EngineEvents::write),
  JACKSON("Jackson: YAML of the same trees", JacksonYaml::write),
  FABRIC8("fabric8: builders and `asYaml`", Fabric8::write),
  CLIENT_JAVA_ALL("client-java: models and `Yaml.dumpAll`", ClientJava::dumpAll),
  CLIENT_JAVA("client-java: models and `Yaml.dump`", ClientJava::dump);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
  private final Function<Given, String> writer;

  Subject(String title, Function<Given, String> writer) {
    this.title = title;
    this.writer = writer;
  }

  String title() {
    return title;
  }

  String write(Given given) {
    return writer.apply(given);
  }
}
