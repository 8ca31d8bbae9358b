package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.List;
import java.util.Map;

/** Where an undo writes. Each write is shown to the interceptor, with the record as it is then, before it is sent. */
public interface UndoTarget {

    BatchResult create(String module, List<Map<String, Object>> records, WriteInterceptor interceptor);

    /** @param records with their ids; the items of an order are the whole list */
    BatchResult revise(List<Map<String, Object>> records, WriteInterceptor interceptor);

    /** One after the other. */
    BatchResult delete(List<RecordId> ids, WriteInterceptor interceptor);
}
