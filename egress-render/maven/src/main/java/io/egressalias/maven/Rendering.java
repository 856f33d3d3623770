package io.egressalias.maven;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.Origins;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What is to be rendered, and how.
 *
 * @param sources the declarations
 * @param assumptions what holds where they do not say
 * @param failOn the least severity that fails the build
 * @param order the order of the objects
 */
record Rendering(
    List<Source> sources, Assumptions assumptions, Severity failOn, ManifestOrder order) {

  /** Reads the declarations, and tells of what was found in them. */
  Validated<Declarations> read(Log log) throws MojoFailureException {
    Validated<Declarations> read = DeclarationReader.read(sources, assumptions);
    new FindingLog(log).print(read.diagnostics());
    if (read.has(failOn)) {
      throw new MojoFailureException(
          FindingLog.count(read.diagnostics()) + " in declarations of egress aliases");
    }
    return read;
  }

  List<Manifest> manifests(Validated<Declarations> read) {
    return order.arrange(ManifestRenderer.render(Declarations.documentsOf(read)));
  }

  /** Returns which source each manifest is from; the names of sources are absolute. */
  Origins origins(Validated<Declarations> read) {
    return Origins.of(Path.of(""), sources, read.orThrow());
  }

  /** Returns all that the manifests hang on, as a text. */
  String inputs() {
    StringBuilder inputs = new StringBuilder().append(assumptions).append(failOn).append(order);
    for (Source source : sources) {
      inputs.append('\n').append(source.name()).append('\n').append(source.text());
    }
    return inputs.toString();
  }
}
