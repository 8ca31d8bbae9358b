package io.github.camelvtiger.routes.notice;

import io.github.camelvtiger.routes.sync.command.FeedLag;
import io.github.camelvtiger.routes.sync.command.SyncStatus;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** What has happened since yesterday, once a day. */
final class DailySummary {

    private static final Duration DAY = Duration.ofDays(1);

    private final LocalTime at;
    private ZonedDateTime next;

    /**
     * @param at of each day, in the zone of {@code now}
     * @param now the first summary is that of the next time of day
     */
    DailySummary(LocalTime at, ZonedDateTime now) {
        this.at = at;
        this.next = after(now);
    }

    private ZonedDateTime after(ZonedDateTime now) {
        ZonedDateTime today = on(now.toLocalDate(), now.getZone());
        return today.isAfter(now) ? today : on(now.toLocalDate().plusDays(1), now.getZone());
    }

    private ZonedDateTime on(LocalDate day, ZoneId zone) {
        return day.atTime(at).atZone(zone);
    }

    /** Whether it is time; it is again on the next day only. */
    boolean isDue(ZonedDateTime now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = after(now);
        return true;
    }

    /** A line for each sync. */
    static List<String> lines(SyncWork work, Instant now) {
        return SyncStatus.of(work, List.of()).stream()
                .map(status -> line(work, status, now))
                .toList();
    }

    private static String line(SyncWork work, SyncStatus status, Instant now) {
        RunCounts counts = RunCounts.NONE;
        for (Run.Kind kind : Run.Kind.values()) {
            counts = counts.plus(work.store().runs().since(status.sync(), kind, now.minus(DAY)));
        }
        return status.sync() + ": " + counts
                + (status.rejects() == 0 ? "" : "; " + status.rejects() + " rejects wait")
                + status.waits().map(why -> "; " + why).orElse("")
                + FeedLag.text(status.feeds()).map(lag -> "; " + lag).orElse("");
    }
}
