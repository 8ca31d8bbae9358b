package io.github.camelvtiger.routes.sync.migration;

import io.github.camelvtiger.client.ModuleDescription;
import java.util.List;
import java.util.Map;

/** What is asked of one of the two CRMs. */
public interface Crm {

    /** @throws io.github.camelvtiger.client.VtigerException if it cannot be had */
    ModuleDescription describe(String module);

    /**
     * The rows of a query.
     *
     * @param values of its parameters
     * @param lineItems whether orders have their items
     */
    List<Map<String, Object>> query(String vtql, Map<String, Object> values, boolean lineItems);
}
