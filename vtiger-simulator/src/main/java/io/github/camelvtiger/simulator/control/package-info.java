/** Commands to a running simulator: faults, its clock, reset and the journal; without a web server. */
package io.github.camelvtiger.simulator.control;
