package io.egressalias.maven;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.files.Origins;
import io.egressalias.internal.report.FindingCount;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.Manifests;
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

  /** Compiles the declarations, and tells of what was found in them. */
  Compilation compiled(Log log) throws MojoFailureException {
    Compilation compilation = Compilation.of(sources, assumptions);
    new FindingLog(log).print(compilation.diagnostics());
    if (compilation.has(failOn)) {
      throw new MojoFailureException(
          FindingCount.ofErrorsAndWarnings(compilation.diagnostics())
              + " in declarations of egress aliases");
    }
    return compilation;
  }

  Manifests manifests(Compilation compilation) {
    return compilation.manifests().in(order);
  }

  /** Returns which source each manifest is from; the names of sources are absolute. */
  Origins origins(Compilation compilation) {
    return Origins.of(Path.of(""), compilation);
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
