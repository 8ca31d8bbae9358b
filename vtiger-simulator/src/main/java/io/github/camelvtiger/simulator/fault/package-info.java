/** Failures that a test arms. */
package io.github.camelvtiger.simulator.fault;
