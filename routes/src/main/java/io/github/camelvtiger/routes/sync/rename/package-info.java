/** Syncs that get another name, and the cursors of their feeds. */
package io.github.camelvtiger.routes.sync.rename;
