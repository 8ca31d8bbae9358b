/** The commands {@code sync …}: one class each, put together by {@code SyncCommand}. */
package io.github.camelvtiger.routes.sync.command;
