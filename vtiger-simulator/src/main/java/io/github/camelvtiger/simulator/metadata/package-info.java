/** Modules and fields as data, read from resources. */
package io.github.camelvtiger.simulator.metadata;
