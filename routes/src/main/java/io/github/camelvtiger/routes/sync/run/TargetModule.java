package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.mark.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run asks the CRM about the module that it writes to, beside writing. */
final class TargetModule implements References.Query, RecordsToDelete.Query {

    private static final long LOOK_MILLIS = 2000;

    private final CrmQuestions crm;
    private final String module;
    private final InstantSource clock;
    private final Duration longestSave;
    private volatile ModuleDescription description;

    /** @param longestSave how long a save may go on whose answer did not come */
    TargetModule(CrmQuestions crm, String module, InstantSource clock, Duration longestSave) {
        this.crm = crm;
        this.module = module;
        this.clock = clock;
        this.longestSave = longestSave;
    }

    String name() {
        return module;
    }

    /**
     * Asks again, since an administrator may have changed it.
     *
     * @throws io.github.camelvtiger.client.VtigerException if it cannot be had
     */
    void describe() {
        description = crm.describe(module);
    }

    /** As it was described last. */
    ModuleDescription description() {
        return description;
    }

    /** What is known of a module, also of another one; empty if the CRM does not have it. */
    Optional<ModuleDescription> described(String name) {
        try {
            return Optional.of(name.equals(module) && description != null ? description : crm.describe(name));
        } catch (InvalidRecordException | AccessDeniedException e) {
            return Optional.empty();
        }
    }

    boolean takesMarks() {
        return Mark.isTakenBy(description);
    }

    Duration longestSave() {
        return longestSave;
    }

    /** How many records the module has. */
    long records() {
        return ((Number) crm.ask("vtiger:count/" + module, Map.of())).longValue();
    }

    @Override
    public List<Map<String, Object>> find(String of, String field, List<String> values) {
        return crm.query(
                "SELECT id, " + field + " FROM " + of + " WHERE " + field + " IN (:values)", Map.of("values", values));
    }

    @Override
    public List<Map<String, Object>> find(String of, List<String> fields, List<String> values) {
        return crm.query(
                "SELECT id, " + String.join(", ", fields) + " FROM " + of + " WHERE " + fields.get(0) + " IN (:values)",
                Map.of("values", values));
    }

    /**
     * All records that meet a condition, read while they are taken.
     *
     * @param fields beside the id
     * @param each sees one after the other, in the order of their ids
     */
    void each(String condition, List<String> fields, Consumer<Map<String, Object>> each) {
        String columns =
                Stream.concat(Stream.of("id"), fields.stream()).distinct().collect(Collectors.joining(","));
        crm.export(module + "?columns=" + columns + "&where=RAW(" + condition + ")", each);
    }

    /** A record of a module with this value of a field, created if there is none. */
    BatchItem upsert(String of, String field, String value, WriteInterceptor interceptor) {
        return crm.write(
                        "vtiger:upsert/" + of + "?ambiguousWrites=verify&matchFields=" + field,
                        List.of(Map.of(field, value)),
                        interceptor)
                .items()
                .get(0);
    }

    /** Looks for the record that carries a mark until it is there, or can no longer come. */
    Optional<Map<String, Object>> awaitMarked(String mark, Instant until, BooleanSupplier stopping) {
        return await("SELECT * FROM " + module + " WHERE source = :mark", Map.of("mark", mark), until, stopping);
    }

    /** The same for one of any module, with the values that were sent. */
    Optional<Map<String, Object>> awaitSent(
            String of, Map<String, Object> sent, Instant until, BooleanSupplier stopping) {
        String condition =
                sent.keySet().stream().map(field -> field + " = :" + field).collect(Collectors.joining(" AND "));
        return await("SELECT * FROM " + of + " WHERE " + condition, sent, until, stopping);
    }

    private Optional<Map<String, Object>> await(
            String vtql, Map<String, Object> values, Instant until, BooleanSupplier stopping) {
        while (true) {
            boolean last = !clock.instant().isBefore(until) || stopping.getAsBoolean();
            List<Map<String, Object>> found = crm.query(vtql, values);
            if (!found.isEmpty() || last) {
                return found.stream().findFirst();
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
