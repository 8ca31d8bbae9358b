package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;

/** What is noted of one record beside the position of a feed. The last entry of a record counts. */
public sealed interface CursorEntry permits Delivery, Parked, Unparked {

    RecordId id();
}
