package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.inventory.OrderModule;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.HtmlText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records by id, in the name of a user: the one path of all saves, whether they come by HTTP or from the same process. Every
 * method fails with {@link WebserviceException} or {@link ServerCrash} as the operation of that name does.
 */
public final class Records {

    private final CrmStore store;
    private final RecordWriter writer;
    private final RecordAccess access;
    private final ElementCheck check;
    private final RecordAnswer answer;
    private final PlainRecords plain;
    private final Map<String, RecordHandler> handlers;
    private final Map<String, RecordHandler> handlersOfPages;
    private final HtmlText html = new HtmlText();

    public Records(CrmStore store, RecordWriter writer, FileSaves fileSaves) {
        this.store = store;
        this.writer = writer;
        this.access = new RecordAccess(store);
        this.check = new ElementCheck(store);
        RecordLabels labels = new RecordLabels(store.labels(), html);
        this.answer = new RecordAnswer(store, labels);
        this.plain = new PlainRecords(store, writer, answer, labels, fileSaves, html);
        InventoryBook book = new InventoryBook(store, html::encode);
        this.handlers = handlers(book, labels, OrderFaults.ofApi(store.metadata()));
        this.handlersOfPages = handlers(book, labels, OrderFaults.NONE);
    }

    private Map<String, RecordHandler> handlers(InventoryBook book, RecordLabels labels, OrderFaults faults) {
        RecordHandler inventory = new InventoryRecords(store, writer, answer, labels, html, book, faults);
        Map<String, RecordHandler> own = new HashMap<>(Map.of(ItemTable.MODULE, new LineItemRecords(store, book)));
        for (OrderModule order : OrderModule.values()) {
            own.put(order.module(), inventory);
        }
        return own;
    }

    /** What the server checks before it looks at the element. */
    void checkCreatable(String moduleName, CrmUser user) {
        access.creatable(moduleName, user);
    }

    Map<String, Object> create(String moduleName, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        return create(moduleName, element, files, user, handlers);
    }

    private Map<String, Object> create(
            String moduleName,
            SentElement element,
            List<UploadedFile> files,
            CrmUser user,
            Map<String, RecordHandler> handlers)
            throws InterruptedException {
        ModuleMetadata module = access.creatable(moduleName, user);
        check.create(module, element, user);
        Kinds.of(module).refuseNew(element, store);
        RecordHandler handler = handlers.get(module.name());
        return handler == null ? plain.create(module, element, files, user) : handler.create(module, element, user);
    }

    /** As the CRM's own pages do it, without the faults that only the API has. */
    public Map<String, Object> create(String moduleName, Map<String, ?> fields, CrmUser user)
            throws InterruptedException {
        return create(moduleName, SentElement.of(fields), List.of(), user, handlersOfPages);
    }

    /** @param element as JSON */
    public Map<String, Object> create(String moduleName, String element, CrmUser user) throws InterruptedException {
        return create(moduleName, SentElement.parse(element), List.of(), user);
    }

    /** The record that an id means, for operations that do more with it than answer it. */
    public StoredRow row(String id, CrmUser user) {
        return access.readable(id, user);
    }

    public Map<String, Object> retrieve(String id, CrmUser user) {
        StoredRow row = access.readable(id, user);
        RecordHandler handler = handlers.get(row.module().name());
        Map<String, Object> record =
                handler == null ? plain.retrieve(row, user) : store.whole().read(() -> handler.retrieve(row, user));
        return echoed(record, row, id);
    }

    /** The id comes back with the number as it was sent ({@code 12x5.0}), however lax it was. */
    private static Map<String, Object> echoed(Map<String, Object> record, StoredRow row, String id) {
        if (row.module().entity()) {
            record.put("id", row.module().idPrefix() + "x" + id.split("x", -1)[1]);
        }
        return record;
    }

    Map<String, Object> update(SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        WebserviceId.check(element.id(), store.metadata());
        StoredRow row = access.writable(element.id(), user);
        check.update(row, element, user);
        RecordHandler handler = handlers.get(row.module().name());
        return handler == null
                ? echoed(plain.update(row, element, files, user), row, element.id())
                : handler.update(row, element, user);
    }

    Map<String, Object> revise(SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        return revise(element, files, user, handlers);
    }

    private Map<String, Object> revise(
            SentElement element, List<UploadedFile> files, CrmUser user, Map<String, RecordHandler> handlers)
            throws InterruptedException {
        WebserviceId.check(element.id(), store.metadata());
        StoredRow row = access.writable(element.id(), user);
        check.revise(row, element, user);
        RecordHandler handler = handlers.get(row.module().name());
        return handler == null
                ? echoed(plain.revise(row, element, files, user), row, element.id())
                : handler.revise(row, element, user);
    }

    /** As the CRM's own pages do it, without the faults that only the API has. */
    public Map<String, Object> revise(Map<String, ?> fields, CrmUser user) throws InterruptedException {
        return revise(SentElement.of(fields), List.of(), user, handlersOfPages);
    }

    public void delete(String id, CrmUser user) {
        StoredRow row = access.writable(id, user);
        RecordHandler handler = handlers.get(row.module().name());
        if (handler == null) {
            plain.delete(row, user);
        } else {
            handler.delete(row, user);
        }
    }
}
