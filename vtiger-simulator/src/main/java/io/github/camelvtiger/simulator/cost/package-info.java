/** What calls cost on a real server: a model, with its constants as data. */
package io.github.camelvtiger.simulator.cost;
