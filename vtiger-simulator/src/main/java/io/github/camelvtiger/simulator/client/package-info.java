/** Requests to any Vtiger as a client sends them, and the records that it made there. */
package io.github.camelvtiger.simulator.client;
