/**
 * Tests all kinds of declarations that render differently: against approved output, against the
 * code of Kubernetes and Istio, and with Envoy.
 */
@NullMarked
package io.egressalias.golden;

import org.jspecify.annotations.NullMarked;
