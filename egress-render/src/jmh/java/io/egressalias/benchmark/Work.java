package io.egressalias.benchmark;

/**
 * Something that is measured.
 *
 * @param name the subject or the command
 * @param size the aliases or documents that it gets; empty: none
 */
record Work(String name, String size) {
  String title() {
    return size.isEmpty() ? name : name + " (" + size + ")";
  }
}
