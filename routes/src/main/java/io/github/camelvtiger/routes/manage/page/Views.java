package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.manage.page.PageWork.ParkedFeed;
import io.github.camelvtiger.routes.sync.command.SyncStatus;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.command.Times;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.run.FeedPause;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each part of the page shows. */
final class Views {

    private static final int RUNS = 20;
    private static final int REJECTS = 100;
    private static final int ENTRIES = 100;
    private static final int WRITES = 200;

    private final PageWork work;

    Views(PageWork work) {
        this.work = work;
    }

    Map<String, Object> overview() {
        Map<String, Object> model = new HashMap<>();
        model.put("syncs", work.syncs().map(this::syncs).orElse(List.of()));
        model.put("here", work.syncs().isPresent());
        model.put("parked", work.parked());
        return model;
    }

    private List<SyncView> syncs(SyncWork syncs) {
        return SyncStatus.of(syncs, work.names()).stream()
                .map(status -> view(syncs, status))
                .toList();
    }

    private SyncView view(SyncWork syncs, SyncStatus status) {
        return SyncView.of(status, definition(syncs, status.sync()), work.trouble(status.sync()));
    }

    private static Optional<SyncDefinition> definition(SyncWork syncs, String name) {
        return syncs.definitions().stream()
                .filter(sync -> sync.name().equals(name))
                .findFirst();
    }

    /** @return empty if there is no such sync here */
    Optional<Map<String, Object>> sync(String name) {
        return work.syncs().flatMap(syncs -> SyncStatus.of(syncs, work.names()).stream()
                .filter(status -> status.sync().equals(name))
                .findFirst()
                .map(status -> sync(syncs, status)));
    }

    private Map<String, Object> sync(SyncWork syncs, SyncStatus status) {
        String name = status.sync();
        List<Run> runs = syncs.store().runs().latest(name, RUNS);
        Optional<SyncDefinition> definition = definition(syncs, name);
        Map<String, Object> model = new HashMap<>();
        model.put("sync", view(syncs, status));
        model.put("runs", runs.stream().map(RunView::of).toList());
        model.put("held", runs.stream().anyMatch(run -> FeedPause.of(run).isPresent()));
        model.put(
                "verifiable",
                definition.filter(sync -> sync.to() instanceof Target.Table).isPresent());
        model.put("rejects", rejects(syncs, name));
        model.put("parked", parked(name));
        return model;
    }

    /** Feeds of a sync have routes whose names begin with its own. */
    private List<ParkedFeed> parked(String sync) {
        return work.parked().stream()
                .filter(feed -> feed.route().startsWith("sync-" + sync + "-"))
                .toList();
    }

    private static List<Map<String, String>> rejects(SyncWork syncs, String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Reject reject : syncs.store().rejects().open(name, REJECTS)) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("place", reject.place());
            row.put("reason", reject.reason());
            row.put("payload", reject.payload().toString());
            row.put("tries", Integer.toString(reject.tries()));
            row.put("next", reject.nextTry().map(Times::minute).orElse("waits for a person"));
            rows.add(row);
        }
        return rows;
    }

    /** @return empty if there is no such run */
    Optional<Map<String, Object>> run(String id) {
        return work.syncs().flatMap(syncs -> syncs.store().runs().find(id).map(run -> run(syncs, run)));
    }

    private Map<String, Object> run(SyncWork syncs, Run run) {
        Optional<SyncDefinition> definition = definition(syncs, run.sync());
        Map<String, Object> model = new HashMap<>();
        model.put("run", RunView.of(run));
        model.put(
                "undoable",
                definition.filter(sync -> sync.to() instanceof Target.Crm).isPresent()
                        && run.counts().changes() + run.counts().deleted() > 0);
        StoppedRun.of(run, work.plans()).ifPresent(plan -> model.put("plan", plan));
        model.put(
                "approvable",
                run.state() == Run.State.STOPPED
                        && definition
                                .flatMap(sync -> StoppedRun.approval(run, sync))
                                .isPresent());
        return model;
    }

    Map<String, Object> trace(String record) {
        Map<String, Object> model = new HashMap<>();
        model.put("record", record);
        List<JournalledWrite> writes = record.isBlank()
                ? List.of()
                : work.syncs()
                        .map(syncs -> syncs.store().journal().touching(record.strip()))
                        .orElse(List.of());
        model.put("writes", writes.stream().limit(WRITES).map(Views::write).toList());
        return model;
    }

    private static Map<String, Object> write(JournalledWrite write) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("time", Times.second(write.intended()));
        shown.put("run", write.run());
        shown.put("place", write.place());
        shown.put("what", write.kind().name().toLowerCase(Locale.ROOT));
        shown.put("record", write.recordId().orElse(""));
        shown.put("module", write.module());
        shown.put("state", write.state().name().toLowerCase(Locale.ROOT));
        List<Map<String, String>> fields = new ArrayList<>();
        write.sent().forEach((field, sent) -> {
            Map<String, String> change = new LinkedHashMap<>();
            change.put("field", field);
            change.put("from", String.valueOf(write.stored().getOrDefault(field, "")));
            change.put("to", String.valueOf(write.answered().getOrDefault(field, sent)));
            fields.add(change);
        });
        shown.put("fields", fields);
        return shown;
    }

    Map<String, Object> audit() {
        List<Map<String, String>> entries = new ArrayList<>();
        work.syncs().ifPresent(syncs -> syncs.store().audit().latest(ENTRIES).forEach(entry -> {
            Map<String, String> shown = new LinkedHashMap<>();
            shown.put("time", Times.second(entry.begun()));
            shown.put("person", entry.person().name());
            shown.put("place", entry.person().place());
            shown.put("command", entry.command());
            shown.put("outcome", entry.outcome().orElse("under way, or its process ended meanwhile"));
            entries.add(shown);
        }));
        return Map.of("entries", entries);
    }
}
