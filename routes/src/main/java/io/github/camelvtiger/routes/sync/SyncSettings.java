package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the application's settings say about syncs.
 *
 * @param files the directory of the sync files
 * @param plans the directory where plans are kept
 * @param sources the databases that sync files name
 * @param quiet how long a dropped file must not have changed to be taken
 * @param retryDelay after how long a reject is tried again first
 * @param keep how long runs are kept
 * @param connection url and user of the CRM, for plans and the journal
 * @param cursors those of the feeds
 * @param placeholders resolves {@code {{setting}}} in a text
 */
public record SyncSettings(
        Path files,
        Path plans,
        StoreAddress store,
        Function<String, StoreAddress> sources,
        Duration quiet,
        Duration retryDelay,
        Duration keep,
        String connection,
        SyncCursors cursors,
        UnaryOperator<String> placeholders) {}
