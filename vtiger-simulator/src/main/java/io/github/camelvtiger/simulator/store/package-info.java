/** Tables, users and the one sequence of record numbers; saves are not atomic. It does not know the protocols. */
package io.github.camelvtiger.simulator.store;
