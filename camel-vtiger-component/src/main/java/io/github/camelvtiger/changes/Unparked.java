package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;

/** A record that waits no longer, although the route was never done with it. */
public record Unparked(RecordId id) implements CursorEntry {}
