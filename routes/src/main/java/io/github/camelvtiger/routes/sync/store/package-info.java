/**
 * What syncs have done, in one database: runs, the journal of their writes, and what was refused.
 *
 * <p>{@code SyncStore} opens it; {@code Runs}, {@code Journal} and {@code Rejects} are its three subjects, and {@code Retention} removes
 * what is old. Everything that is
 * committed survives a process that is killed.
 */
package io.github.camelvtiger.routes.sync.store;
