/** Tables whose rows are read by syncs, and say what became of them. */
package io.github.camelvtiger.routes.sync.staging;
