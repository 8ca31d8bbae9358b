package io.github.camelvtiger.routes.sync.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The records of a module that a sync reads from its CRM. */
public interface Records {

    /** A query answers so many. */
    int TOGETHER = 100;

    /** All of them, in the order of their ids. */
    void each(Consumer<Map<String, Object>> record);

    /** Those of at most {@value #TOGETHER} that are there. */
    List<Map<String, Object>> of(List<String> ids);

    /** When a record was changed; null if it does not say. */
    Instant modified(Map<String, Object> record);

    /** What the clock of the CRM shows. */
    Instant now();
}
