/** The calls that were made, and why they were answered as they were. */
package io.github.camelvtiger.simulator.journal;
