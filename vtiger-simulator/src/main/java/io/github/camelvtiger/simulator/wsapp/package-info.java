/** Programs that register in order to be synchronised. */
package io.github.camelvtiger.simulator.wsapp;
