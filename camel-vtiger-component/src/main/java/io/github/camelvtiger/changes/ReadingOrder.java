package io.github.camelvtiger.changes;

import java.util.Optional;

/**
 * What one poll reads, page by page. First a backfill, where one is running. Then one page for all passes together: when
 * it takes all there is, the poll is over after that one request. Otherwise each pass by itself, the slowest first,
 * because what it has seen the faster ones need not read.
 */
final class ReadingOrder {

    private static final int FASTEST = 0;
    private static final int SLOWEST = CursorState.PASSES - 1;
    private static final int NONE = -1;

    private final FeedReader reader;
    private boolean windowsOpen;
    private boolean askedTogether;
    private int pass = NONE;

    ReadingOrder(FeedReader reader) {
        this.reader = reader;
    }

    /** Empty when all has been read that the poll may read. */
    Optional<FeedPage> nextPage(CursorState state) {
        if (state.isBackfilling()) {
            return Optional.of(reader.byNumber(
                    state, state.backfilledUpTo().getAsLong(), state::backfilledUpTo, state::endBackfill));
        }
        if (!windowsOpen) {
            reader.openWindows();
            windowsOpen = true;
        }
        return askedTogether ? nextOfOnePass(state) : Optional.of(together(state));
    }

    private FeedPage together(CursorState state) {
        FeedPage page = reader.window(state, SLOWEST, FASTEST);
        askedTogether = true;
        if (!page.full()) {
            reader.logPass("all passes", state);
        }
        pass = page.full() ? SLOWEST : NONE;
        return page;
    }

    private Optional<FeedPage> nextOfOnePass(CursorState state) {
        while (pass != NONE && !reader.isWindowOpen(state, pass)) {
            pass--;
        }
        if (pass == NONE) {
            return Optional.empty();
        }
        FeedPage page = reader.window(state, pass, pass);
        if (!page.full()) {
            reader.logPass("pass " + (pass + 1), state);
            pass--;
        }
        return Optional.of(page);
    }
}
