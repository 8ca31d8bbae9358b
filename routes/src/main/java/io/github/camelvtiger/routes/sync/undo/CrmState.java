package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the CRM now. */
public interface CrmState {

    ModuleDescription describe(String module);

    /** The module whose ids begin as this one does. */
    Optional<String> moduleOf(RecordId id);

    /** The records as a query shows them, orders with their items; those that are not there are left out. */
    Map<RecordId, Map<String, Object>> records(String module, Collection<RecordId> ids);

    /** The ids of the records that carry one of the marks, by it. */
    Map<String, RecordId> marked(String module, Collection<String> marks);

    /** What refers to a record, with orders in the place of their items, which are nothing without them. */
    default Map<ReferenceField, List<RecordId>> ofOrders(Map<ReferenceField, List<RecordId>> referrers) {
        return referrers;
    }

    /** What refers to the records that are there, by the reference fields of all modules. */
    Map<RecordId, Map<ReferenceField, List<RecordId>>> referrers(String module, Collection<RecordId> ids);
}
