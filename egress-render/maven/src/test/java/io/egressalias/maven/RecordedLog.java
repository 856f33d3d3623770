package io.egressalias.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Records log messages. */
final class RecordedLog extends SystemStreamLog {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void info(CharSequence line) {
    lines.add("[INFO] " + line);
  }

  @Override
  public void warn(CharSequence line) {
    lines.add("[WARNING] " + line);
  }

  @Override
  public void error(CharSequence line) {
    lines.add("[ERROR] " + line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
