/** Copies a CRM into a file, with its data masked. */
package io.github.camelvtiger.simulator.clone;
