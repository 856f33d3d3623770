package io.egressalias.maven;

import io.egressalias.declaration.Declarations;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.OutputDirectory;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Rendering as a part of a build: where nothing has changed nothing is rendered, and what is not
 * rendered any more goes.
 *
 * @param output where manifests go
 * @param own what is the build's own: below it, what earlier builds have written is deleted
 * @param state what the last build wrote
 * @param version the version of what renders
 */
record Generation(Output output, Path own, BuildState state, String version) {

  void run(Rendering rendering, Log log) throws MojoFailureException, IOException {
    String inputs = version + "\n" + output + "\n" + rendering.inputs();
    if (state.isCurrent(inputs)) {
      tidy();
      log.info(Printable.line("Nothing has changed: " + output.path() + " is current"));
      return;
    }
    Validated<Declarations> read = rendering.read(log);
    List<Manifest> manifests = rendering.manifests(read);
    OutputDirectory.Written result = output.write(manifests, rendering.origins(read));
    result.messages().forEach(message -> log.info("egress: " + message));
    List<Path> written = result.files();
    state.withdraw(own, written);
    // With warnings it is rendered anew each time, so that each build tells of them.
    state.record(read.has(Severity.WARNING) ? "" : inputs, written);
    int count = manifests.size();
    log.info(
        Printable.line(
            count + (count == 1 ? " object is in " : " objects are in ") + output.path()));
  }

  /** Takes back what was written: there are no declarations any more. */
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
