/**
 * All measurements by one command. What is measured runs in a process of its own, so that its processor time and its heap are known; the
 * command itself has the simulated CRM, if there is one.
 */
package io.github.camelvtiger.benchmarks.suite;
