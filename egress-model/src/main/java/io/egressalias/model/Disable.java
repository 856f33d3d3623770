package io.egressalias.model;

/** No TLS by the sidecar: what the workload sends leaves as it is. */
public record Disable() implements ClientTls {}
