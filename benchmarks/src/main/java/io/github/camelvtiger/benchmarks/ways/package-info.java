/** The ways of working with a CRM that are measured beside each other. */
package io.github.camelvtiger.benchmarks.ways;
