package io.github.camelvtiger.routes.manage;

import io.github.camelvtiger.routes.sync.command.SyncStatus;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.health.SyncConditions;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.Runs;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;

/**
 * What is measured of syncs, beside what the component measures of its feeds and calls. Times are seconds since 1970, as
 * Prometheus subtracts them from its own.
 */
final class SyncMeters {

    private static final Map<String, ToLongFunction<RunCounts>> OUTCOMES = Map.of(
            "created", RunCounts::created,
            "updated", RunCounts::updated,
            "unchanged", RunCounts::unchanged,
            "deleted", RunCounts::deleted,
            "rejected", RunCounts::rejected,
            "skipped", RunCounts::skipped);

    private final SyncConditions conditions;
    private final MeterRegistry registry;
    private final MultiGauge up;
    private final MultiGauge rejects;
    private final MultiGauge verified;
    private final MultiGauge ended;
    private final MultiGauge store;
    private final Map<String, List<Meter>> counted = new HashMap<>();

    SyncMeters(CamelContext context, MeterRegistry registry) {
        this.conditions = new SyncConditions(context);
        this.registry = registry;
        this.up = gauge(
                "vtiger.sync.up",
                "1 if the sync does its work, 0 if it is stopped, held up by its limits or broken, or its changed file is refused");
        this.rejects = gauge("vtiger.sync.rejects", "Rows, messages and records that wait after they were refused");
        this.verified = seconds("vtiger.sync.verified", "Until when the target is proven to be as the CRM was");
        this.ended = seconds("vtiger.sync.ended", "When the last run that was done to its end ended");
        this.store = MultiGauge.builder("vtiger.store.size")
                .description("Of the database of runs, journal and rejects")
                .baseUnit("bytes")
                .register(registry);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private MultiGauge seconds(String name, String description) {
        return MultiGauge.builder(name)
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    /** Measures what a scrape will show until the next time. */
    void measure(SyncWork work) {
        List<SyncStatus> syncs = SyncStatus.of(work, List.of());
        up.register(
                conditions.all().stream()
                        .map(each -> row(each.sync(), each.trouble().isEmpty() ? 1 : 0))
                        .toList(),
                true);
        rejects.register(
                syncs.stream().map(sync -> row(sync.sync(), sync.rejects())).toList(), true);
        show(verified, syncs, SyncStatus::verifiedUntil);
        show(ended, syncs, sync -> work.store()
                .runs()
                .last(sync.sync(), Run.Kind.RUN)
                .filter(run -> run.state() == Run.State.DONE)
                .flatMap(Run::ended));
        store.register(List.of(MultiGauge.Row.of(Tags.empty(), work.store().size())), true);
        count(syncs.stream().map(SyncStatus::sync).toList(), work.store().runs());
    }

    private void count(List<String> syncs, Runs runs) {
        syncs.forEach(sync -> counted.computeIfAbsent(sync, name -> counters(name, runs)));
        counted.entrySet().removeIf(each -> {
            boolean isGone = !syncs.contains(each.getKey());
            if (isGone) {
                each.getValue().forEach(registry::remove);
            }
            return isGone;
        });
    }

    private List<Meter> counters(String sync, Runs runs) {
        return OUTCOMES.entrySet().stream()
                .<Meter>map(outcome -> FunctionCounter.builder("vtiger.sync.rows", runs, each -> outcome.getValue()
                                .applyAsLong(each.sinceOpened(sync)))
                        .description("What became of rows, messages and records since the start")
                        .tags("sync", sync, "outcome", outcome.getKey())
                        .register(registry))
                .toList();
    }

    private static void show(MultiGauge gauge, List<SyncStatus> syncs, Function<SyncStatus, Optional<Instant>> time) {
        gauge.register(
                syncs.stream()
                        .flatMap(sync ->
                                time.apply(sync).stream().map(found -> row(sync.sync(), found.getEpochSecond())))
                        .toList(),
                true);
    }

    private static MultiGauge.Row<?> row(String sync, long value) {
        return MultiGauge.Row.of(Tags.of("sync", sync), value);
    }
}
