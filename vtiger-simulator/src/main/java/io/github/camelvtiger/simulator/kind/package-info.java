/** The rules that only one module has: a class for each odd module, found by {@link io.github.camelvtiger.simulator.kind.Kinds}. */
package io.github.camelvtiger.simulator.kind;
