package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that a feed leaves out because they do not say which record they are. Each is warned of and counted once, as long
 * as it is among the last of them: a poll may meet the same row again and again.
 */
public final class UnusableRows {

    private static final Logger LOG = LoggerFactory.getLogger(UnusableRows.class);
    private static final int REMEMBERED = 1_000;

    private final AtomicLong count = new AtomicLong();
    private final Set<String> met = new LinkedHashSet<>();

    /** How many there were. Safe for many threads. */
    public long count() {
        return count.get();
    }

    /**
     * The id of a row.
     *
     * @param row the whole of it; a row that is not an object has no fields
     * @return empty when it is missing, malformed or of another module; the row is then to be left out
     */
    Optional<RecordId> idOf(ModuleDescription module, Object id, Object row) {
        if (id != null) {
            try {
                RecordId parsed = RecordId.parse(id.toString());
                if (parsed.prefix() == module.idPrefix()) {
                    return Optional.of(parsed);
                }
            } catch (InvalidRecordException malformed) {
                // Left out, as one of another module.
            }
        }
        leaveOut(module, id, row);
        return Optional.empty();
    }

    private void leaveOut(ModuleDescription module, Object id, Object row) {
        if (!met.add(module.name() + " " + id + " " + row.hashCode())) {
            return;
        }
        if (met.size() > REMEMBERED) {
            met.remove(met.iterator().next());
        }
        count.incrementAndGet();
        LOG.warn(
                "The CRM answered a row of the module {} with {}, so the row is left out; ids of this module begin with {}x.",
                module.name(),
                id == null ? "no id" : "the id '" + printable(id.toString()) + "'",
                module.idPrefix());
    }

    private static String printable(String id) {
        String line = id.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
