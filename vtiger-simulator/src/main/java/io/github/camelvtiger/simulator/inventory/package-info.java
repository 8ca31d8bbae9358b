/** Line items, charges, totals and stock of the four modules for orders. It does not know the protocols. */
package io.github.camelvtiger.simulator.inventory;
