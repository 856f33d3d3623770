package com.example.partners;

/**
 * What the tool knows of a partner, in its own words.
 *
 * @param name what workloads call the partner
 * @param host where the partner's API is served, by HTTPS
 */
public record Partner(String name, String host) {}
