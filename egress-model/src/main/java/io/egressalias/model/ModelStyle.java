package io.egressalias.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The settings with which Immutables generates the values of this package.
 *
 * <p>{@code jdkOnly} keeps maps in insertion order: the collections of {@code Map.of} iterate in an
 * order that changes with every start of the virtual machine, and the order determines the output.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibilityString = "PACKAGE",
    overshadowImplementation = true,
    jdkOnly = true,
    defaults = @Value.Immutable(copy = false))
@interface ModelStyle {}
