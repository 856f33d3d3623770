package io.egressalias.cli;

/** The version of the command. */
final class Version {
  private Version() {}

  /** Returns the version from the jar; 0 without a jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }
}
