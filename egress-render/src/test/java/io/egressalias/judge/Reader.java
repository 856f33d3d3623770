package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.launcher.Program;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An independent program or library that reads YAML. If it is not installed, the test is skipped.
 */
enum Reader {
  SNAKEYAML {
    @Override
    List<Object> read(String yaml, Path scratch) {
      return Readers.yaml11(yaml);
    }
  },
  SNAKEYAML_ENGINE {
    @Override
    List<Object> read(String yaml, Path scratch) {
      return Readers.yaml12(yaml);
    }
  },
  KUBECTL {
    @Override
    List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException {
      String file = Files.writeString(scratch.resolve("in.yaml"), yaml).toString();
      Program annotate =
          Program.onPath("kubectl")
              .with("annotate", "--local", "-f", file, "read=back", "-o", "json")
              .set("HOME", scratch.toString())
              .set("KUBECONFIG", scratch.resolve("none").toString());
      List<Object> read = json(annotate, scratch);
      read.forEach(KUBECTL::takeBack);
      return read;
    }
  },
  KUSTOMIZE {
    @Override
    boolean takes(Place place, String text) {
      boolean key = place == Place.ANNOTATION_KEY || place == Place.ALIAS_ANNOTATION_KEY;
      return !isReread(text)
          && !text.contains(NEXT_LINE)
          && !(key && TYPED.matcher(text).matches());
    }

    /** Writes YAML again, for kubectl; only these two read `1e400` without quotes as a string. */
    @Override
    List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException {
      List<String> documents = List.of(yaml.split("(?m)^---$"));
      List<Object> read = new ArrayList<>();
      for (int from = 1; from < documents.size(); from += BUILD) {
        int to = Math.min(from + BUILD, documents.size());
        String some = "---" + String.join("---", documents.subList(from, to));
        Files.writeString(scratch.resolve("in.yaml"), some);
        Files.writeString(
            scratch.resolve("kustomization.yaml"),
            "resources: [in.yaml]\nsortOptions: {order: fifo}\n");
        Program build =
            Program.named("EGRESS_KUSTOMIZE", "kustomize").with("build", scratch.toString());
        String written = output(build, scratch);
        read.addAll(KUBECTL.read(written, scratch));
      }
      return read;
    }
  },
  PYYAML {
    @Override
    List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException {
      return python("SafeLoader", yaml, scratch);
    }
  },
  PYYAML_WITH_LIBYAML {
    @Override
    List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException {
      return python("CSafeLoader", yaml, scratch);
    }
  },
  JS_YAML {
    @Override
    List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException {
      String library = variable("EGRESS_JS_YAML", "the directory of js-yaml");
      String file = Files.writeString(scratch.resolve("in.yaml"), yaml).toString();
      String script = SCRIPTS.resolve("read.js").toString();
      return json(Program.onPath("node").with(script, library, file), scratch);
    }
  };

  /** kustomize compares each object with each. */
  private static final int BUILD = 300;

  private static final Path SCRIPTS = Path.of("src/test/resources/readers").toAbsolutePath();

  /**
   * Characters that kustomize and the judge never accept: they write the read text as JSON,
   * unescaped, and read that as YAML, which does not allow these characters. They report an error.
   */
  private static final Pattern REREAD =
      Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFEFF\\uFFFE\\uFFFF]");

  /** kustomize replaces this character with a blank for the same reason, without an error. */
  static final String NEXT_LINE = "\u0085";

  /** Keys of annotations that kustomize writes without quotes and then refuses. */
  private static final Pattern TYPED = Pattern.compile("[0-9].*|(?i:true|false|null)");

  /** Returns the documents as maps, lists and simple values. */
  abstract List<Object> read(String yaml, Path scratch) throws IOException, InterruptedException;

  /** Whether the reader supports a text; it must refuse other texts. */
  boolean takes(Place place, String text) {
    return true;
  }

  /** Whether a text has characters that kustomize and the judge cannot read again. */
  static boolean isReread(String text) {
    return REREAD.matcher(text).find();
  }

  private static List<Object> python(String loader, String yaml, Path scratch)
      throws IOException, InterruptedException {
    String python = variable("EGRESS_PYYAML", "a Python that has PyYAML");
    String file = Files.writeString(scratch.resolve("in.yaml"), yaml).toString();
    String script = SCRIPTS.resolve("read.py").toString();
    return json(Program.of(python, script, loader, file), scratch);
  }

  private static String variable(String name, String what) {
    @Nullable String value = System.getenv(name);
    boolean present = value != null && !value.isEmpty();
    Program.require(present, name + " does not name " + what);
    return String.valueOf(value);
  }

  private static List<Object> json(Program program, Path scratch)
      throws IOException, InterruptedException {
    String text = output(program, scratch);
    List<JsonNode> documents =
        JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
    return documents.stream().map(Readers::plain).toList();
  }

  private static String output(Program program, Path scratch)
      throws IOException, InterruptedException {
    Program.Outcome outcome = program.run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    return outcome.out();
  }

  /** Removes the annotation that kubectl added; kubectl needs a change to make. */
  private void takeBack(Object document) {
    Map<?, ?> metadata = map(document, "metadata");
    Map<?, ?> annotations = map(metadata, "annotations");
    assertEquals("back", annotations.remove("read"));
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    }
  }

  private static Map<?, ?> map(Object parent, String key) {
    return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(key));
  }
}
