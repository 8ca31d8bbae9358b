/** Tickets: their changes to a queue, and messages of another queue to tickets. */
package io.github.camelvtiger.routes.tickets;
