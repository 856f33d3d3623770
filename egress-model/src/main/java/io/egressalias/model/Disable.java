package io.egressalias.model;

/** The sidecar adds no TLS: traffic leaves as the workload sends it. */
public record Disable() implements ClientTls {}
