/** The clocks a server can run on. */
package io.github.camelvtiger.simulator.clock;
