package io.egressalias.maven;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.files.OutputDirectory;
import io.egressalias.render.Manifest;
import io.egressalias.render.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Renders manifests as part of a build. Renders nothing if nothing has changed, and deletes files
 * that are no longer rendered.
 *
 * @param output the destination of the manifests
 * @param own the directory of the build, below which files of earlier builds are deleted
 * @param state the record of the last build
 * @param version the version of this plugin
 */
record Generation(GeneratedOutput output, Path own, BuildState state, String version) {

  void run(Rendering rendering, Log log) throws MojoFailureException, IOException {
    String inputs = version + "\n" + output + "\n" + rendering.inputs();
    if (state.isCurrent(inputs)) {
      tidy();
      log.info(Printable.line("Nothing has changed: " + output.path() + " is current"));
      return;
    }
    Compilation compilation = rendering.compiled(log);
    Manifests manifests = rendering.manifests(compilation);
    OutputDirectory.Written result = output.write(manifests, rendering.origins(compilation));
    result.messages().forEach(message -> log.info("egress: " + message));
    List<Path> written = result.files();
    state.withdraw(own, written);
    // With warnings nothing is recorded, so that each build renders again and reports them.
    state.record(compilation.has(Severity.WARNING) ? "" : inputs, written);
    int count = count(manifests);
    log.info(
        Printable.line(
            count + (count == 1 ? " object is in " : " objects are in ") + output.path()));
  }

  private static int count(Iterable<Manifest> manifests) {
    int count = 0;
    for (var unused : manifests) {
      count++;
    }
    return count;
  }

  /** Deletes the written files if there are no declarations any more. */
  void withdraw() throws IOException {
    tidy();
    state.withdraw(own, List.of());
    state.forget();
  }

  private void tidy() throws IOException {
    output.tidy();
    state.tidy();
  }
}
