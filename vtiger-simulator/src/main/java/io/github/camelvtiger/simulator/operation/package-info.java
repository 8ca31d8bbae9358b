/** The contract of operations: what one is, how it is called and registered, and the ways in which it fails. */
package io.github.camelvtiger.simulator.operation;
