/** Random calls to two servers, whose answers are compared. It knows the simulator by its address only. */
package io.github.camelvtiger.simulator.comparison;
