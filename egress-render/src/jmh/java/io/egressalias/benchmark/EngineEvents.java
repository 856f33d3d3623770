package io.egressalias.benchmark;

import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
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
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;

/** Writes the trees of our renderers with the emitter of snakeyaml-engine. */
final class EngineEvents {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();
  private static final ScalarResolver RESOLVER = SETTINGS.getSchema().getScalarResolver();
  private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);
  private static final DocumentStartEvent START =
      new DocumentStartEvent(true, Optional.empty(), Map.of());
  private static final MappingStartEvent MAPPING =
      new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK);
  private static final SequenceStartEvent SEQUENCE =
      new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK);

  private final Emitter emitter;

  private EngineEvents(StreamDataWriter out) {
    emitter = new Emitter(SETTINGS, out);
  }

  static String write(Given given) {
    StringBuilder text = new StringBuilder();
    EngineEvents events = new EngineEvents(new Appended(text));
    events.emitter.emit(new StreamStartEvent());
    for (Manifest manifest : ManifestRenderer.render(given.checked())) {
      events.emitter.emit(START);
      events.node(manifest.tree());
      events.emitter.emit(new DocumentEndEvent(false));
    }
    events.emitter.emit(new StreamEndEvent());
    return text.toString();
  }

  private void node(JsonNode node) {
    if (node.isObject()) {
      emitter.emit(MAPPING);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        string(entry.getKey());
        node(entry.getValue());
      }
      emitter.emit(new MappingEndEvent());
    } else if (node.isArray()) {
      emitter.emit(SEQUENCE);
      for (JsonNode item : node) {
        node(item);
      }
      emitter.emit(new SequenceEndEvent());
    } else if (node.isString()) {
      string(node.stringValue());
    } else {
      scalar(node.asString(), ScalarStyle.PLAIN);
    }
  }

  private void string(String text) {
    boolean plain = RESOLVER.resolve(text, true).equals(Tag.STR);
    scalar(text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private void scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), IMPLICIT, text, style));
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
}
