/**
 * The function that kustomize and kpt run. It reads a ResourceList from text and writes a
 * ResourceList as text.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md">
 *     KRM functions specification</a>
 */
@NullMarked
package io.egressalias.internal.krm;

import org.jspecify.annotations.NullMarked;
