package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;

/** Saves of modules for which the server has a handler of their own; access and element are checked before. */
interface RecordHandler {

    Map<String, Object> create(ModuleMetadata module, SentElement element, CrmUser user) throws InterruptedException;

    Map<String, Object> retrieve(StoredRow row, CrmUser user);

    Map<String, Object> update(StoredRow row, SentElement element, CrmUser user) throws InterruptedException;

    Map<String, Object> revise(StoredRow row, SentElement element, CrmUser user) throws InterruptedException;

    void delete(StoredRow row, CrmUser user);
}
