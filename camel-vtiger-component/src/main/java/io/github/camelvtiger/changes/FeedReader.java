package io.github.camelvtiger.changes;

import io.github.camelvtiger.changes.ChangeSource.Rows;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages of a feed, and answers for what they rest on: that the server's clock was not set back since the
 * window was computed, and that the server keeps to the order that was asked for.
 */
final class FeedReader {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    /** More answers in a row from the past mean servers with different clocks, not one clock that was set back. */
    private static final int ATTEMPTS = 5;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ChangeSource source;
    private final CrmClock clock;
    private final FeedMemory memory;
    private final List<Duration> lags;
    private final int pageSize;
    private PassWindows windows;

    FeedReader(ChangeSource source, CrmClock clock, FeedMemory memory, List<Duration> lags, int pageSize) {
        this.source = source;
        this.clock = clock;
        this.memory = memory;
        this.lags = lags;
        this.pageSize = pageSize;
    }

    /** A lower bound of the CRM's time. */
    Instant now() {
        return clock.now();
    }

    /** Lets the passes read up to what their lags allow now. */
    void openWindows() {
        windows = PassWindows.at(now(), lags);
    }

    /** Whether a pass has anything before it. */
    boolean isWindowOpen(CursorState state, int pass) {
        return Position.endOf(windows.end(pass)).isAfter(state.position(pass));
    }

    /**
     * Whether the slowest pass is as far behind the CRM's clock as it shall be. Before that, as after a start, a save may
     * still be under way that no pass will ever meet.
     */
    boolean trails(CursorState state) {
        return !state.oldest()
                .isAfter(Position.endOf(PassWindows.at(now(), lags).end(CursorState.PASSES - 1)));
    }

    /**
     * The records with a higher number, ascending by it.
     *
     * @param moveTo takes the number of the last record that is done with
     * @param atEnd is notified that there are no more
     */
    FeedPage byNumber(CursorState state, long after, LongConsumer moveTo, Runnable atEnd) {
        return read(state, () -> {
            Rows rows = source.byId(after, pageSize);
            logPage("all records after the number " + after, rows);
            requireAdvance(rows, new Position(Instant.EPOCH, after), byNumber(rows), Position.endOf(Instant.EPOCH));
            return new FeedPage(rows.states(), rows.serverTime(), true, count -> {
                if (rows.states().isEmpty()) {
                    atEnd.run();
                } else if (count > 0) {
                    moveTo.accept(rows.states().get(count - 1).id().number());
                }
            });
        });
    }

    /** That a pass has come to the end of what it may read in this poll, but for the last page. */
    void logPass(String pass, CursorState state) {
        LOG.debug(
                "{}: {} read to the end of the window; before its last page they were at {}.",
                source.module(),
                pass,
                state.positions());
    }

    private void logPage(String what, Rows rows) {
        LOG.debug(
                "{}: a page of {}: {} rows, {} of them usable.",
                source.module(),
                what,
                rows.read(),
                rows.states().size());
    }

    /** What lies behind one pass, up to the end of another's window. Where that is still shut, only the time is asked. */
    FeedPage window(CursorState state, int fromPass, int toPass) {
        return read(state, () -> {
            Position from = state.position(fromPass);
            Position end = Position.endOf(windows.end(toPass));
            Rows rows = end.isAfter(from)
                    ? source.window(from, end.modifiedTime(), pageSize)
                    : Rows.none(source.serverTime());
            logPage("pass " + (fromPass + 1) + " from " + from + " up to " + end.modifiedTime(), rows);
            requireAdvance(
                    rows,
                    from,
                    rows.states().stream()
                            .map(row -> row.hasTime() ? row.position() : null)
                            .toList(),
                    end);
            return new FeedPage(rows.states(), rows.serverTime(), !rows.whole(), count -> {
                if (rows.read() == 0) {
                    state.readAll(from, end, windows);
                } else {
                    lastPlace(rows.states().subList(0, count)).ifPresent(to -> state.readAll(from, to, windows));
                }
            });
        });
    }

    /** A record without a readable time leaves the cursor to the next one that has one. */
    static Optional<Position> lastPlace(List<RecordState> rows) {
        return rows.stream()
                .filter(RecordState::hasTime)
                .map(RecordState::position)
                .reduce((one, next) -> next);
    }

    private static List<Position> byNumber(Rows rows) {
        return rows.states().stream()
                .map(row -> new Position(Instant.EPOCH, row.id().number()))
                .toList();
    }

    private FeedPage read(CursorState state, Supplier<FeedPage> query) {
        now();
        ServerClock answers = clock.answers();
        Instant date = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long sentAt = answers.nanos();
            FeedPage page = query.get();
            date = CrmClock.dated(page.serverTime());
            switch (answers.judge(date, sentAt)) {
                case FITS -> {
                    answers.answered(date, sentAt);
                    return page;
                }
                case TOO_LATE -> {
                    LOG.debug("The answer's date {} is not believed yet; expected was {}.", date, now());
                    return page;
                }
                case SET_BACK -> followClockBackTo(date, sentAt, state);
                case TOO_EARLY -> LOG.debug("A page dated {} is dropped; expected was {}.", date, now());
            }
        }
        throw new ServerFailureException(
                "The CRM dates its answers " + date + ", where at least " + now()
                        + " was expected. That is believed when three answers over 10 seconds say so; if several servers"
                        + " are behind the url, their clocks must agree, and a proxy must not answer from its cache.",
                FailureContext.NONE);
    }

    /**
     * Whatever was changed since the last answer bears a time from here on; so no pass may be after that. It is stored at
     * once: after a restart it would not be known that the cursor had to go back.
     */
    private void followClockBackTo(Instant date, long sentAt, CursorState state) {
        LOG.warn(
                "The clock of the CRM was set back: it shows {}, but at least {} was expected. What has changed since is read again.",
                date,
                now());
        state.rewindTo(
                Position.endOf(date.minus(clock.answers().sinceLastAnswer()).minus(SECOND)));
        clock.answers().answered(date, sentAt);
        openWindows();
        memory.save();
    }

    /** @param places of the rows; null for one that has none */
    private void requireAdvance(Rows rows, Position after, List<Position> places, Position end) {
        if (rows.read() >= pageSize && places.stream().allMatch(Objects::isNull)) {
            throw new ServerFailureException(
                    "The feed does not advance: none of the " + rows.read()
                            + " rows that the CRM answered says which record it is and when that was changed;"
                            + " the cursor stays where it is.",
                    FailureContext.NONE);
        }
        Position last = after;
        for (int row = 0; row < places.size(); row++) {
            Position place = places.get(row);
            if (place == null) {
                continue;
            }
            if (!place.isAfter(last) || place.isAfter(end)) {
                RecordState state = rows.states().get(row);
                throw new ServerFailureException(
                        "The feed does not advance: asked for what comes after " + last
                                + ", the CRM answered the record " + state.id() + " of " + state.modifiedTime()
                                + "; the cursor stays where it is.",
                        FailureContext.of("query", null, state.id().toString()));
            }
            last = place;
        }
    }
}
