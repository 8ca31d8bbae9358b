/** Scripted calls to any server and what a real one answers to them. It knows the simulator by its address only. */
package io.github.camelvtiger.simulator.conformance;
