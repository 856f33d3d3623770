package io.egressalias.cli;

/** The format of findings. */
enum FindingFormat {
  text,
  json,
  sarif,
  github
}
