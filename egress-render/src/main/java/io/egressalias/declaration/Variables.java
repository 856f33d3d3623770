package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the variables of a document.
 *
 * @param style the notation of the options that supply values
 * @param filled the document with the values; null: variables are not filled in
 */
record Variables(String file, OptionStyle style, @Nullable FilledDocument filled) {

  /** Returns whether the value at a path is made from variables. */
  boolean made(FieldPath path) {
    return filled != null && filled.filled().contains(path);
  }

  /** Returns whether a finding only follows from a variable without a value. */
  boolean cause(Diagnostic finding) {
    return filled != null
        && finding.rule() != Rule.VARIABLE
        && finding.rule() != Rule.LIMIT
        && filled.missing().at(finding.path());
  }
}
