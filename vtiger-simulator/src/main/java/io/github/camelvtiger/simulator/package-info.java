/**
 * A Vtiger server in one jar: {@link io.github.camelvtiger.simulator.SimulatorServer} and its builder, the command, and
 * {@link io.github.camelvtiger.simulator.Crm}, by which a test reaches the data without HTTP.
 */
package io.github.camelvtiger.simulator;
