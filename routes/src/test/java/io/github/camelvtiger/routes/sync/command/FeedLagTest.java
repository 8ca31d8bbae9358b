package io.github.camelvtiger.routes.sync.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.command.SyncWork.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@code sync status} says of feeds. */
class FeedLagTest {

    private static final Instant READ = Instant.parse("2026-11-30T08:05:10Z");

    @Test
    void aSyncWithoutFeedsHasNone() {
        assertThat(FeedLag.text(List.of())).isEmpty();
    }

    @Test
    void theOneThatLagsMostIsNamedWithTheOthers() {
        assertThat(text(
                        feed("Contacts", 0, READ, false),
                        feed("Accounts", 61, READ.minusSeconds(60), false),
                        feed("Leads", 300, READ, false)))
                .isEqualTo("lags 5 min behind (Accounts, Leads), read up to " + Times.second(READ.minusSeconds(60)));
        assertThat(text(feed("Contacts", 0, READ, false)))
                .isEqualTo("level with the CRM, read up to " + Times.second(READ));
    }

    @Test
    void aFeedThatLoadsOrHasNotBegunIsNotLevel() {
        assertThat(text(feed("Contacts", 0, READ, true), feed("Leads", 0, null, false)))
                .isEqualTo("still loads what there was (Contacts), has not begun (Leads), read up to "
                        + Times.second(READ));
    }

    @Test
    void withoutAProcessThatRunsItOnlyItsCursorIsKnown() {
        assertThat(text(new FeedState(
                        "Contacts",
                        OptionalLong.empty(),
                        Optional.of(READ),
                        false,
                        Optional.empty(),
                        Optional.empty())))
                .isEqualTo("read up to " + Times.second(READ));
    }

    @Test
    void aCursorThatCannotBeReadIsSaid() {
        assertThat(text(new FeedState(
                        "Contacts",
                        OptionalLong.of(0),
                        Optional.empty(),
                        false,
                        Optional.of("The cursor is damaged."),
                        Optional.empty())))
                .isEqualTo("The cursor is damaged.");
    }

    private static FeedState feed(String module, long lag, Instant readUpTo, boolean loading) {
        return new FeedState(
                module,
                OptionalLong.of(lag),
                Optional.ofNullable(readUpTo),
                loading,
                Optional.empty(),
                Optional.empty());
    }

    private static String text(FeedState... feeds) {
        return FeedLag.text(List.of(feeds)).orElseThrow();
    }
}
