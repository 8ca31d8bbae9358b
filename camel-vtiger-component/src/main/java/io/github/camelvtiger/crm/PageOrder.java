package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import java.util.Map;

/**
 * Holds pages against the order of ids in which they were asked for. A server that answers the same page again, ids that
 * go back, or rows without an id would be read for ever.
 */
final class PageOrder {

    private final String module;
    private final boolean descending;

    PageOrder(String module, boolean descending) {
        this.module = module;
        this.descending = descending;
    }

    /**
     * @param after the id behind which the page was asked for; null for the first
     * @return the page
     * @throws ServerFailureException when it does not continue behind that
     */
    Page require(Page page, String after) {
        RecordId last = after == null ? null : RecordId.parse(after);
        boolean first = true;
        for (Map<String, Object> row : page.rows()) {
            RecordId id = Results.recordId(row);
            // Within a page a join may repeat a record.
            if (last != null && (first ? !isBehind(id, last) : isBehind(last, id))) {
                throw new ServerFailureException(
                        "The query of " + module + " does not advance: behind " + last + " the server answered " + id
                                + "; the reading ends here, and is not complete.",
                        FailureContext.of("query", module, id.toString()));
            }
            first = false;
            last = id;
        }
        return page;
    }

    private boolean isBehind(RecordId id, RecordId last) {
        int order = Long.compare(id.number(), last.number());
        return descending ? order < 0 : order > 0;
    }
}
