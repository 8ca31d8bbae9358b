package io.github.camelvtiger.changes;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a feed reads of one module.
 *
 * @param sync null where the CRM's {@code sync} is not asked
 * @param ownWrites what this application's producers wrote since it was asked last, where that is not to be handed out
 */
public record FeedSources(
        ChangeSource changes, RecordIds ids, SyncSource sync, Supplier<List<ProducerWrite>> ownWrites) {}
