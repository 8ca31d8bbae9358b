package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.verify.Records;
import io.github.camelvtiger.vtql.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** The records of a module that a sync reads, as its feed brings them, asked for outside of it. */
public final class ModuleRecords implements Records {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String OF_APPLICATION = "vtiger";

    private final SyncDefinition sync;
    private final String module;
    private final CrmQuestions crm;
    private final Optional<RelatedIds> related;
    private final InstantSource clock;

    /** @param related adds the ids of related records; empty if they are not wanted */
    public ModuleRecords(
            SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related, InstantSource clock) {
        this.sync = sync;
        this.module = module;
        this.crm = crm;
        this.related = related;
        this.clock = clock;
    }

    @Override
    public void each(Consumer<Map<String, Object>> record) {
        String source = module + "?lineItems=" + SourceCrm.hasItems(sync, module) + where();
        if (related.isEmpty()) {
            crm.export(source, record);
            return;
        }
        List<Map<String, Object>> portion = new ArrayList<>();
        crm.export(source, each -> {
            portion.add(new HashMap<>(each));
            if (portion.size() == RelatedIds.TOGETHER) {
                related.get().addTo(portion);
                portion.forEach(record);
                portion.clear();
            }
        });
        related.get().addTo(portion);
        portion.forEach(record);
    }

    /** The ids of all of them, in their order. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        crm.export(module + "?columns=id" + where(), record -> ids.add(String.valueOf(record.get("id"))));
        return ids;
    }

    private String where() {
        return SourceCrm.where(sync, module)
                .map(condition -> "&where=RAW(" + condition + ")")
                .orElse("");
    }

    @Override
    public List<Map<String, Object>> of(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>();
        StringJoiner names = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < ids.size(); i++) {
            values.put("id" + i, ids.get(i));
            names.add(":id" + i);
        }
        Condition wanted = Condition.all("id IN " + names)
                .and(SourceCrm.where(sync, module).map(Condition::parse).orElse(Condition.NONE));
        List<Map<String, Object>> records = new ArrayList<>();
        crm.query("SELECT * FROM " + module + " WHERE " + wanted, values, SourceCrm.hasItems(sync, module))
                .forEach(record -> records.add(new HashMap<>(record)));
        related.ifPresent(relations -> relations.addTo(records));
        return records;
    }

    @Override
    public Instant modified(Map<String, Object> record) {
        return timeOf(record);
    }

    /** When a record was changed; null if it does not say. */
    public static Instant timeOf(Map<String, Object> record) {
        try {
            return LocalDateTime.parse(String.valueOf(record.get("modifiedtime")), MOMENT)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    @Override
    public Instant now() {
        String name = SourceCrm.of(sync).connection().orElse(OF_APPLICATION);
        List<?> connections = (List<?>) crm.ask("vtiger:connections", Map.of());
        return connections.stream()
                .map(Map.class::cast)
                .filter(connection -> name.equals(connection.get("name")))
                .map(connection -> connection.get("clockDifference"))
                .filter(Number.class::isInstance)
                .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()))
                .findFirst()
                .map(clock.instant()::plus)
                .orElseGet(clock::instant);
    }
}
