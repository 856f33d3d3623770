package io.egressalias.plan;

import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Map;

/** One change of a cluster. */
public sealed interface Step {

  /** Returns the object to change. */
  ObjectId object();

  /** Returns the reason, in one sentence without a full stop. */
  String reason();

  /**
   * Creates an object that does not exist.
   *
   * @param manifest the object to apply
   */
  record Create(ObjectId object, Manifest manifest, String reason) implements Step {}

  /**
   * Changes an object in place.
   *
   * @param manifest the object to apply
   * @param fields the fields that differ, such as {@code spec.type}
   */
  record Change(ObjectId object, Manifest manifest, List<String> fields, String reason)
      implements Step {}

  /**
   * Replaces an object as a whole, because merging would produce a wrong object.
   *
   * @param manifest the object to apply
   */
  record Replace(ObjectId object, Manifest manifest, String reason) implements Step {}

  /** Deletes an object. */
  record Delete(ObjectId object, String reason) implements Step {}

  /**
   * Deletes objects that a controller created and does not delete.
   *
   * @param object kind and namespace; the name is that of the Service for which they were created
   * @param labels the labels of the objects; each object has all of them
   */
  record DeleteSelected(ObjectId object, Map<String, String> labels, String reason)
      implements Step {}
}
