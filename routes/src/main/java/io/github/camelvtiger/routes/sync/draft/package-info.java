/** A first sync file for a file that a person has. */
package io.github.camelvtiger.routes.sync.draft;
