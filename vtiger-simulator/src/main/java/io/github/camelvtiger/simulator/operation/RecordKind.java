package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/** Records that the server has a handler of their own for; whoever calls has checked access and element already. */
interface RecordKind {

    Map<String, Object> create(ModuleMetadata module, SentElement element, CrmUser user) throws InterruptedException;

    Map<String, Object> retrieve(StoredRow row, CrmUser user);

    Map<String, Object> update(StoredRow row, SentElement element, CrmUser user) throws InterruptedException;

    Map<String, Object> revise(StoredRow row, SentElement element, CrmUser user) throws InterruptedException;

    void delete(StoredRow row, CrmUser user);
}
