/** Which modules are related under which labels; links between records, and queries along them. */
package io.github.camelvtiger.simulator.relation;
