package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;

/**
 * A record that has just been stored.
 *
 * @param element what was sent
 * @param isNew whether it was created, not changed
 * @param user who saved it
 */
public record SavedRecord(
        StoredRow row, SentElement element, boolean isNew, CrmUser user, CrmStore store, RecordWriter writer) {}
