package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What every run of a sync works with.
 *
 * @param connection url and user of the CRM
 * @param executor for the database
 */
record RunTools(
        SyncDefinition sync,
        SyncStore store,
        TargetModule target,
        RunStart.Mapper mapper,
        Supplier<String> connection,
        InstantSource clock,
        Executor executor) {}
