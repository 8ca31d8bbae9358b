package io.github.camelvtiger.routes.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Holds back what was said within the last hour: whoever is called once need not be called each minute. */
final class NoticePause {

    static final Duration PAUSE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Instant> said = new HashMap<>();

    NoticePause(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether it may be said now, and so is said. */
    synchronized boolean isOver(Notice notice) {
        Instant now = clock.instant();
        said.values().removeIf(time -> !now.isBefore(time.plus(PAUSE)));
        return said.putIfAbsent(notice.cause(), now) == null;
    }
}
