/** The changes of a module since a point in time. */
package io.github.camelvtiger.simulator.sync;
