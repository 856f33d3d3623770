package io.egressalias.maven;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Overrides;
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
 * The inputs and options of a rendering.
 *
 * @param sources the declarations
 * @param assumptions the values of fields that declarations omit
 * @param overrides the values that replace those of declarations
 * @param failOn the lowest severity that fails the build
 * @param order the order of the objects
 */
record Rendering(
    List<Source> sources,
    Assumptions assumptions,
    Overrides overrides,
    Severity failOn,
    ManifestOrder order) {

  /** Compiles the declarations, and logs the findings. */
  Compilation compiled(Log log) throws MojoFailureException {
    Compilation compilation = Compilation.of(sources, assumptions, overrides);
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

  /** Returns the source of each manifest; the names of sources are absolute. */
  Origins origins(Compilation compilation) {
    return Origins.of(Path.of(""), compilation);
  }

  /** Returns a text of all inputs that determine the manifests. */
  String inputs() {
    StringBuilder inputs =
        new StringBuilder().append(assumptions).append(overrides).append(failOn).append(order);
    for (Source source : sources) {
      inputs.append('\n').append(source.name()).append('\n').append(source.directory());
      inputs.append('\n').append(source.text());
      inputs.append(assumptions.variablesIn(source.text()));
    }
    return inputs.toString();
  }
}
