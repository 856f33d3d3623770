package io.egressalias.maven;

import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.files.ManifestContent;
import io.egressalias.internal.files.Origins;
import io.egressalias.internal.files.OutputDirectory;
import io.egressalias.internal.files.WrittenFile;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;

/**
 * The destination of manifests.
 *
 * @param path a file, or a directory with a file for each object
 */
record GeneratedOutput(Path path, boolean split) {
  /** The directory of the manifests in the jar. Several jars on a class path can have it. */
  private static final String IN_JAR = "META-INF/egress";

  /** Writes manifests, and returns the written files. */
  OutputDirectory.Written write(Iterable<Manifest> manifests, Origins origins) {
    return split
        ? new OutputDirectory(path).write(manifests, manifest -> "", origins.owningAll())
        : new OutputDirectory.Written(
            List.of(writeFile(ManifestContent.yaml(manifests, manifest -> ""))), List.of());
  }

  private Path writeFile(FileContent content) {
    if (Files.isDirectory(path)) {
      throw new Failure(
          "`%s` is a directory. Set `<split>` for a file for each object".formatted(path));
    }
    try {
      Files.createDirectories(path.resolveSibling(""));
      new WrittenFile(path).write(content);
      return path;
    } catch (IOException e) {
      throw Failure.of("write", path, e);
    }
  }

  /** Deletes partial files of killed builds if nothing is written. */
  void tidy() throws IOException {
    new WrittenFile(split ? path.resolve(OutputDirectory.INDEX) : path).tidy();
  }

  /** Returns the resource that adds the files to the jar. */
  Resource resource() {
    Resource resource = new Resource();
    resource.setTargetPath(IN_JAR);
    resource.setDirectory((split ? path : path.resolveSibling("")).toString());
    resource.addInclude(split ? "*.yaml" : path.getFileName().toString());
    return resource;
  }
}
