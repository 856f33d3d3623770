package io.egressalias.plan;

import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Map;

/** One thing to do. */
public sealed interface Step {

  /** Returns which object it is about. */
  ObjectId object();

  /** Returns why, in one sentence without a full stop. */
  String reason();

  /**
   * To make an object that is not there.
   *
   * @param manifest what it is to be
   */
  record Create(ObjectId object, Manifest manifest, String reason) implements Step {}

  /**
   * To change an object in place.
   *
   * @param manifest what it is to be
   * @param fields the fields that differ, such as {@code spec.type}
   */
  record Change(ObjectId object, Manifest manifest, List<String> fields, String reason)
      implements Step {}

  /**
   * To put an object in place of one, as a whole: what merging would make of it is wrong.
   *
   * @param manifest what it is to be
   */
  record Replace(ObjectId object, Manifest manifest, String reason) implements Step {}

  /** To delete an object. */
  record Delete(ObjectId object, String reason) implements Step {}

  /**
   * To delete objects that a controller made and that nobody else takes away.
   *
   * @param object kind and namespace; the name is that of the Service that they were made for
   * @param labels labels that they have, all of them
   */
  record DeleteSelected(ObjectId object, Map<String, String> labels, String reason)
      implements Step {}
}
