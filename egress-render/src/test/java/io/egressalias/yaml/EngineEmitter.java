package io.egressalias.yaml;

import io.egressalias.internal.text.PlainScalars;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import tools.jackson.databind.JsonNode;

/** Writes a tree with the YAML library, with our decision on which strings are quoted. */
final class EngineEmitter {
  /** YAML's limit for a key on the same line as its value. */
  private static final int LONGEST_KEY = 1024;

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setSplitLines(false)
          .setWidth(Integer.MAX_VALUE)
          .setMaxSimpleKeyLength(LONGEST_KEY)
          .setBestLineBreak("\n")
          .build();
  private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);
  private static final Map<String, String> NO_TAGS = Map.of();

  private final Emitter emitter;

  private EngineEmitter(StreamDataWriter out) {
    emitter = new Emitter(SETTINGS, out);
  }

  static String write(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    new EngineEmitter(new Appended(text)).document(tree);
    return text.toString();
  }

  private void document(JsonNode tree) {
    emitter.emit(new StreamStartEvent());
    emitter.emit(new DocumentStartEvent(true, Optional.empty(), NO_TAGS));
    node(tree);
    emitter.emit(new DocumentEndEvent(false));
    emitter.emit(new StreamEndEvent());
  }

  private record Appended(StringBuilder text) implements StreamDataWriter {
    @Override
    public void write(String written) {
      text.append(written);
    }

    @Override
    public void write(String written, int offset, int length) {
      text.append(written, offset, offset + length);
    }
  }

  private void node(JsonNode node) {
    if (node.isObject()) {
      mapping(node);
    } else if (node.isArray()) {
      sequence(node);
    } else if (node.isString()) {
      string(node.stringValue());
    } else {
      scalar(node.asString(), ScalarStyle.PLAIN);
    }
  }

  private void mapping(JsonNode node) {
    emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(node)));
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      string(entry.getKey());
      node(entry.getValue());
    }
    emitter.emit(new MappingEndEvent());
  }

  private void sequence(JsonNode node) {
    emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(node)));
    node.forEach(this::node);
    emitter.emit(new SequenceEndEvent());
  }

  /** Empty containers have no block style. */
  private static FlowStyle style(JsonNode container) {
    return container.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void string(String text) {
    scalar(text, PlainScalars.isSafe(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private void scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), IMPLICIT, text, style));
  }
}
