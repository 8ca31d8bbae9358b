/**
 * Metrics by Micrometer and spans by Camel's telemetry, each if its module of Camel is on the class path; there is nothing to
 * configure besides those.
 */
package io.github.camelvtiger.observability;
