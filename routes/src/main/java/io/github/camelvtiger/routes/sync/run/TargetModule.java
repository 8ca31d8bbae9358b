package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What a run asks the CRM about the module that it writes to, beside writing. */
final class TargetModule implements References.Query {

    /** They take a source, but no query finds it ({@code change-feed.md §6}). */
    private static final Set<String> WITHOUT_MARKS = Set.of("Emails");

    /** How long a save may go on whose answer did not come. */
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(120);

    private static final long LOOK_MILLIS = 2000;

    private final CrmQuestions crm;
    private final String module;
    private final InstantSource clock;
    private volatile ModuleDescription description;

    TargetModule(CrmQuestions crm, String module, InstantSource clock) {
        this.crm = crm;
        this.module = module;
        this.clock = clock;
    }

    /**
     * Asks again, since an administrator may have changed it.
     *
     * @throws io.github.camelvtiger.client.VtigerException if it cannot be had
     */
    ModuleDescription description() {
        description = crm.describe(module);
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
        return description.field("source").isPresent() && !WITHOUT_MARKS.contains(module);
    }

    Duration longestSave() {
        return LONGEST_SAVE;
    }

    /** How many records the module has. */
    long records() {
        return ((Number) crm.ask("vtiger:count/" + module, Map.of())).longValue();
    }

    @Override
    public List<Map<String, Object>> find(String of, String field, List<String> values) {
        return query(
                "SELECT id, " + field + " FROM " + of + " WHERE " + field + " IN (:values)", Map.of("values", values));
    }

    /** Looks for the record that carries a mark until it is there, or can no longer come. */
    Optional<Map<String, Object>> awaitMarked(String mark, Instant until, BooleanSupplier stopping) {
        while (true) {
            boolean last = !clock.instant().isBefore(until) || stopping.getAsBoolean();
            List<Map<String, Object>> found =
                    query("SELECT * FROM " + module + " WHERE source = :mark", Map.of("mark", mark));
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

    @SuppressWarnings("unchecked") // what the component documents
    private List<Map<String, Object>> query(String vtql, Map<String, Object> values) {
        Map<String, Object> headers = new HashMap<>(values);
        headers.put(VtigerConstants.QUERY, vtql);
        return (List<Map<String, Object>>) crm.ask("vtiger:query", headers);
    }
}
