/** A run with {@code --once}: what is still to be done, and when everything is drained. */
package io.github.camelvtiger.routes.once;
