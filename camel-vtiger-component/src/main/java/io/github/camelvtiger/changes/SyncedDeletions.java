package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage that delivers deletions in between two comparisons of the ids, by the CRM's {@code sync}; only where that was seen
 * to report records of other owners, since otherwise it reports the user's own deletions and hides that there are more. What it
 * names is confirmed like every other suspicion, and what it does not name the next comparison finds.
 */
final class SyncedDeletions implements FeedStage {

    private static final Logger LOG = LoggerFactory.getLogger(SyncedDeletions.class);

    private static final int PAGES_A_POLL = 20;
    private static final String ASKED_UP_TO = "sync";
    private static final String PROVEN = "sync.proven";

    private final SyncSource source;
    private final FeedMemory memory;
    private final FeedReader reader;
    private final Deletions deletions;
    private final Duration overlap;

    private final Duration period;
    /** Until when the CRM is not asked again, because it refused; null when it did not. */
    private Instant refusedUntil;

    private int pagesLeft;

    /**
     * @param overlap how far back each call asks again, since a save may take so long
     * @param period of the comparisons of the ids; a CRM that refused is asked again after it
     */
    SyncedDeletions(
            SyncSource source,
            FeedMemory memory,
            FeedReader reader,
            Deletions deletions,
            Duration overlap,
            Duration period) {
        this.source = source;
        this.memory = memory;
        this.reader = reader;
        this.deletions = deletions;
        this.overlap = overlap;
        this.period = period;
    }

    @Override
    public void begin() {
        deletions.begin();
        boolean refused = refusedUntil != null && reader.now().isBefore(refusedUntil);
        pagesLeft = refused ? 0 : PAGES_A_POLL;
    }

    @Override
    public Optional<FeedBatch> next(int atMost) {
        while (deletions.isEmpty() && pagesLeft > 0) {
            ask();
        }
        return deletions.isEmpty() ? Optional.empty() : Optional.of(deletions.batch(atMost));
    }

    private void ask() {
        KnownProperties properties = memory.known().properties();
        Instant from = properties.instant(ASKED_UP_TO).orElseGet(reader::now);
        SyncSource.Page page;
        try {
            page = source.since(pagesLeft == PAGES_A_POLL ? from.minus(overlap) : from);
        } catch (ServerFailureException | AccessDeniedException | InvalidRecordException e) {
            LOG.warn(
                    "The CRM refuses sync, so deletions are found every deletedCheckPeriod only; if it never works there, remove the option syncType. {}",
                    e.getMessage());
            refusedUntil = reader.now().plus(period);
            pagesLeft = 0;
            return;
        }
        pagesLeft = page.more() && page.upTo().isAfter(from) ? pagesLeft - 1 : 0;
        // A time that the CRM's clock has not reached would hide every deletion before it.
        Instant now = reader.now();
        Instant upTo = page.upTo().isAfter(now) ? now : page.upTo();
        properties.instant(ASKED_UP_TO, upTo.isAfter(from) ? upTo : from);
        if (page.tellsOthers()) {
            properties.instant(PROVEN, reader.now());
        }
        if (properties.instant(PROVEN).isPresent()) {
            List<Long> gone = page.deleted().stream()
                    .filter(memory.known().ids()::contains)
                    .distinct()
                    .toList();
            deletions.suspect(gone, memory.known().ids().highestBut(gone));
        }
    }
}
