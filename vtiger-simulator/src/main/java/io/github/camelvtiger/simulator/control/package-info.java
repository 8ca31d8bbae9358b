/** Faults and the journal over HTTP. */
package io.github.camelvtiger.simulator.control;
