// SPDX-License-Identifier: Apache-2.0

package main

// sidecarVersion is the version that the sidecar claims; istiod shapes some
// configuration by it.
const sidecarVersion = "1.31.0"
