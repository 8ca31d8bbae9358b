package io.github.camelvtiger.changes;

/** Where the position of a feed is kept between two runs. */
public interface CursorStore {}
