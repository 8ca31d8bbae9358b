/** A row of cells becomes a record of the target, as a sync file's {@code map:} says. */
package io.github.camelvtiger.routes.sync.mapping;
