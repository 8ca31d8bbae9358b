/** Finds out how a write ended whose answer did not arrive. */
package io.github.camelvtiger.proof;
