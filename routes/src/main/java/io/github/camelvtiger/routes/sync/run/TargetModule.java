package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** What a run asks the CRM about the module that it writes to, beside writing. */
final class TargetModule implements References.Query {

    /** They take a source, but no query finds it ({@code change-feed.md §6}). */
    private static final Set<String> WITHOUT_MARKS = Set.of("Emails");

    /** How long a save may go on whose answer did not come. */
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(120);

    private static final long LOOK_MILLIS = 2000;

    private final ProducerTemplate template;
    private final String module;
    private final String connection;
    private final Function<Map<String, Object>, ModuleDescription> descriptions;
    private final InstantSource clock;
    private volatile ModuleDescription description;

    /**
     * @param connection what the component's uris end with, such as {@code ?connection=eu}; may be empty
     * @param descriptions of what {@code describe} answers
     */
    TargetModule(
            ProducerTemplate template,
            String module,
            String connection,
            Function<Map<String, Object>, ModuleDescription> descriptions,
            InstantSource clock) {
        this.template = template;
        this.module = module;
        this.connection = connection;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    /**
     * Asks again, since an administrator may have changed it.
     *
     * @throws io.github.camelvtiger.client.VtigerException if it cannot be had
     */
    ModuleDescription description() {
        description = describe(module);
        return description;
    }

    /** What is known of a module, also of another one; empty if the CRM does not have it. */
    Optional<ModuleDescription> described(String name) {
        try {
            return Optional.of(name.equals(module) && description != null ? description : describe(name));
        } catch (InvalidRecordException | AccessDeniedException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // what the component documents
    private ModuleDescription describe(String name) {
        return descriptions.apply((Map<String, Object>) ask("vtiger:describe/" + name, null, Map.of()));
    }

    boolean takesMarks() {
        return description.field("source").isPresent() && !WITHOUT_MARKS.contains(module);
    }

    Duration longestSave() {
        return LONGEST_SAVE;
    }

    /** How many records the module has. */
    long records() {
        return ((Number) ask("vtiger:count/" + module, null, Map.of())).longValue();
    }

    @Override
    @SuppressWarnings("unchecked") // what the component documents
    public List<Map<String, Object>> find(String of, String field, List<String> values) {
        return (List<Map<String, Object>>) ask(
                "vtiger:query",
                "SELECT id, " + field + " FROM " + of + " WHERE " + field + " IN (:values)",
                Map.of("values", values));
    }

    /** Looks for the record that carries a mark until it is there, or can no longer come. */
    @SuppressWarnings("unchecked") // what the component documents
    Optional<Map<String, Object>> awaitMarked(String mark, Instant until, BooleanSupplier stopping) {
        while (true) {
            boolean last = !clock.instant().isBefore(until) || stopping.getAsBoolean();
            List<Map<String, Object>> found = (List<Map<String, Object>>)
                    ask("vtiger:query", "SELECT * FROM " + module + " WHERE source = :mark", Map.of("mark", mark));
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

    private Object ask(String uri, String query, Map<String, Object> headers) {
        Exchange answer = template.request(uri + connection, exchange -> {
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            if (query != null) {
                exchange.getMessage().setHeader(VtigerConstants.QUERY, query);
            }
        });
        if (answer.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException());
        }
        return answer.getMessage().getBody();
    }
}
