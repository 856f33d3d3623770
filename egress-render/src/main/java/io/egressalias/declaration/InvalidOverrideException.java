package io.egressalias.declaration;

/**
 * Thrown for an override whose path names no field of a declaration, or no item of a list in any
 * declaration. The message names the override and the nearest valid path, without a full stop.
 */
public final class InvalidOverrideException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidOverrideException(String message) {
    super(message);
  }
}
