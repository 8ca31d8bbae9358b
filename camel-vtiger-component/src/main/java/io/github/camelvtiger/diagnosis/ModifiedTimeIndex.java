package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.crm.VtigerClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Whether a query by {@code modifiedtime} reads the whole table: an idle look of a feed then takes four to five times as
 * long at 50,000 records ({@code releases.md §3}). Told by the time that such a query takes beside one by id, both of which
 * find no row; only a module with many records can show it.
 */
final class ModifiedTimeIndex {

    private static final List<String> LARGE_ONES =
            List.of("Contacts", "Leads", "Accounts", "HelpDesk", "Potentials", "Products", "Invoice");
    private static final long ENOUGH_RECORDS = 10_000;
    private static final int TRIES = 5;
    private static final double CLEARLY_SLOWER = 2.5;

    private final VtigerClient client;
    private final LongSupplier nanoTime;

    private record Counted(String module, long records) {}

    ModifiedTimeIndex(VtigerClient client) {
        this(client, System::nanoTime);
    }

    ModifiedTimeIndex(VtigerClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    CompletableFuture<List<Finding>> findings() {
        return largest()
                .thenCompose(largest -> largest.records() < ENOUGH_RECORDS
                        ? CompletableFuture.completedFuture(List.<Finding>of())
                        : measured(largest))
                .exceptionally(failure -> List.of());
    }

    private CompletableFuture<Counted> largest() {
        return client.listTypes().thenCompose(visible -> {
            CompletableFuture<Counted> largest = CompletableFuture.completedFuture(new Counted("", 0));
            for (String module : LARGE_ONES) {
                if (visible.contains(module)) {
                    largest = largest.thenCombine(
                            client.count("SELECT * FROM " + module),
                            (most, records) -> records > most.records() ? new Counted(module, records) : most);
                }
            }
            return largest;
        });
    }

    /** The shortest of several tries each, taken by turns: what disturbs one of them does not count. */
    private CompletableFuture<List<Finding>> measured(Counted largest) {
        String select = "SELECT id FROM " + largest.module() + " WHERE ";
        String byTime = select + "modifiedtime > '2100-01-01 00:00:00' ORDER BY modifiedtime, id LIMIT 100";
        List<Long> timesByTime = new ArrayList<>();
        List<Long> timesById = new ArrayList<>();
        return client.idPrefix(largest.module()).thenCompose(prefix -> {
            String byId = select + "id > '" + prefix.orElse(1) + "x2000000000' ORDER BY id LIMIT 100";
            CompletableFuture<Void> tried = CompletableFuture.completedFuture(null);
            for (int turn = 0; turn < TRIES; turn++) {
                tried = tried.thenCompose(next -> timed(byTime, timesByTime))
                        .thenCompose(next -> timed(byId, timesById));
            }
            return tried.thenApply(done -> judged(largest, shortest(timesByTime), shortest(timesById)));
        });
    }

    private CompletableFuture<Void> timed(String query, List<Long> times) {
        long begin = nanoTime.getAsLong();
        return client.queryPage(query).thenAccept(page -> times.add(nanoTime.getAsLong() - begin));
    }

    private static long shortest(List<Long> times) {
        return times.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Finding> judged(Counted module, long byTime, long byId) {
        double slower = (double) byTime / byId;
        if (slower < CLEARLY_SLOWER) {
            return List.of();
        }
        return List.of(new Finding(
                Severity.WARNING,
                "index",
                String.format(
                        Locale.ROOT,
                        "a query of %s by modifiedtime takes %.1f times as long as one by id (%d and %d ms, %d records), so its column"
                                + " probably has no index, and each look of a feed reads the whole table",
                        module.module(),
                        slower,
                        byTime / 1_000_000,
                        byId / 1_000_000,
                        module.records()),
                "let an administrator of the database make one:"
                        + " CREATE INDEX vt_modifiedtime ON vtiger_crmentity (modifiedtime)"));
    }
}
