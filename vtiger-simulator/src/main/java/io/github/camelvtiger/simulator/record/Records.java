package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.inventory.OrderModule;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.kind.ModuleKind;
import io.github.camelvtiger.simulator.kind.SavedRecord;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ItemTable;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.DecodingCache;
import io.github.camelvtiger.simulator.value.HtmlText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Records by id, in the name of a user: the one path of all saves, whether they come by HTTP or from the same process. Every
 * method fails with {@link WebserviceException} or {@link ServerCrash} as the operation of that name does.
 */
public final class Records {

    private final CrmStore store;
    private final RecordWriter writer;
    private final RecordAccess access;
    private final ElementCheck check;
    private final StoredTexts texts;
    private final RecordAnswer answer;
    private final Map<String, RecordHandler> handlers;
    private final Map<String, RecordHandler> handlersOfPages;
    private final FileSaves fileSaves;
    private final RecordLabels labels;
    private final HtmlText html = new HtmlText();

    public Records(CrmStore store, RecordWriter writer, FileSaves fileSaves) {
        this.store = store;
        this.writer = writer;
        this.access = new RecordAccess(store);
        this.check = new ElementCheck(store);
        this.texts = new StoredTexts(store);
        this.labels = new RecordLabels(store.labels(), html);
        this.answer = new RecordAnswer(store, labels);
        InventoryBook book = new InventoryBook(store, html::encode);
        this.handlers = handlers(book, OrderFaults.ofApi(store.metadata()));
        this.handlersOfPages = handlers(book, OrderFaults.NONE);
        this.fileSaves = fileSaves;
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
        ModuleKind kind = Kinds.of(module);
        kind.refuseNew(element, store);
        if (kind.single()) {
            Optional<StoredRow> only = store.table(module.name()).live().findFirst();
            if (only.isPresent()) {
                return changed(
                        only.get(),
                        changes(only.get(), element, user, field -> false),
                        files,
                        user,
                        new DecodingCache(),
                        saved -> {});
            }
            // It was deleted; the new one is number 1 again (seen on 8.2.0).
            store.numberFrom(module, 0);
        }
        if (handlers.containsKey(module.name())) {
            return handlers.get(module.name()).create(module, element, user);
        }
        if (kind.numberedAfterLast()) {
            NavigableMap<Long, StoredRow> rows = store.table(module.name()).rows();
            store.numberFrom(module, rows.isEmpty() ? 0 : rows.lastKey());
        }
        Map<String, String> values = texts.create(module, element, user);
        values.putAll(kind.computed(StoredRow.of(module, 0, Map.of()), values, element, writer.today()));
        FileSave fileSave = files(module, element, files);
        values.putAll(fileSave.fields());
        if (module.entity()) {
            values.putAll(StoredTexts.nulls(module, element));
        }
        StoredRow row = writer.create(module, values, user);
        labels.created(row, element);
        fileSave.attachTo(row.number());
        return saved(current(row), true, user, new DecodingCache());
    }

    /** Files that cannot be taken end the save in its middle. */
    private FileSave files(ModuleMetadata module, SentElement element, List<UploadedFile> files) {
        try {
            return fileSaves.create(module, element::text, files);
        } catch (ServerCrash e) {
            writer.abandon(module);
            throw e;
        }
    }

    private Map<String, RecordHandler> handlers(InventoryBook book, OrderFaults faults) {
        RecordHandler inventory = new InventoryRecords(store, writer, answer, html, book, faults);
        Map<String, RecordHandler> own = new HashMap<>(Map.of(ItemTable.MODULE, new LineItemRecords(store, book)));
        for (OrderModule order : OrderModule.values()) {
            own.put(order.module(), inventory);
        }
        return own;
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
                handler == null ? answer.of(row, user) : store.whole().read(() -> handler.retrieve(row, user));
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
        if (handlers.containsKey(row.module().name())) {
            return handlers.get(row.module().name()).update(row, element, user);
        }
        return echoed(updated(row, element, files, user), row, element.id());
    }

    private Map<String, Object> updated(StoredRow row, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        DecodingCache cache = new DecodingCache();
        Map<String, String> read = read(row, cache);
        SentElement whole = row.module().entity() ? element : whole(row, element);
        // An update compares what is sent with what it has read, and that is encoded.
        Map<String, String> changes =
                changes(row, whole, user, field -> html.encode(row.value(field)).equals(element.value(field)));
        if (row.module().entity()) {
            changes.putAll(StoredTexts.nulls(row.module(), element));
        }
        boolean described = element.has("description")
                && !html.encode(row.value("description")).equals(element.value("description"));
        if (described || !Kinds.of(row.module()).descriptionReencoded()) {
            return changed(row, changes, files, user, cache, saved -> labels.updated(saved, element, read));
        }
        changes.put("description", read.getOrDefault("description", ""));
        Map<String, Object> record =
                changed(row, changes, files, user, cache, saved -> labels.updated(saved, element, read));
        record.put("description", cache.shown(row.value("description")));
        return record;
    }

    Map<String, Object> revise(SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        return revise(element, files, user, handlers);
    }

    /** Every sent text is decoded once more ({@code webservice.md §5}). */
    private Map<String, Object> revise(
            SentElement element, List<UploadedFile> files, CrmUser user, Map<String, RecordHandler> handlers)
            throws InterruptedException {
        WebserviceId.check(element.id(), store.metadata());
        StoredRow row = access.writable(element.id(), user);
        check.revise(row, element, user);
        if (handlers.containsKey(row.module().name())) {
            return handlers.get(row.module().name()).revise(row, element, user);
        }
        return echoed(revised(row, element, files, user), row, element.id());
    }

    private Map<String, Object> revised(StoredRow row, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        DecodingCache cache = new DecodingCache();
        Map<String, String> read = read(row, cache);
        SentElement decoded = element.map(html::decode);
        Map<String, String> changes = changes(row, decoded, user, field -> false);
        if (!element.has("description")) {
            // It is always written with the time, as it was read.
            changes.put("description", html.decode(read.getOrDefault("description", "")));
        }
        Map<String, Object> record =
                changed(row, changes, files, user, cache, saved -> labels.revised(saved, decoded, read));
        if (Kinds.of(row.module()).labelledOnRevise()) {
            record.put("label", html.decode(labels.of(current(row), cache)));
        }
        return record;
    }

    /** An update of an actor type empties what is not sent. */
    private static SentElement whole(StoredRow row, SentElement element) {
        Map<String, Object> empty = new HashMap<>();
        row.module().fields().stream()
                .map(FieldMetadata::name)
                .filter(name -> !element.has(name)
                        && !Kinds.of(row.module()).keptByUpdate().contains(name))
                .forEach(name -> empty.put(name, ""));
        return element.with(empty);
    }

    /** As the CRM's own pages do it, without the faults that only the API has. */
    public Map<String, Object> revise(Map<String, ?> fields, CrmUser user) throws InterruptedException {
        return revise(SentElement.of(fields), List.of(), user, handlersOfPages);
    }

    public void delete(String id, CrmUser user) {
        StoredRow row = access.writable(id, user);
        if (handlers.containsKey(row.module().name())) {
            handlers.get(row.module().name()).delete(row, user);
        } else {
            writer.delete(row, user);
        }
    }

    private Map<String, String> changes(
            StoredRow row, SentElement element, CrmUser user, Predicate<String> takenForUnchanged) {
        Map<String, String> changes = texts.change(row.module(), element, user);
        // What comes back as it was read is not written, and so not converted a second time.
        changes.keySet().removeIf(field -> row.value(field).equals(element.value(field)));
        changes.keySet().removeIf(takenForUnchanged);
        ModuleKind kind = Kinds.of(row.module());
        changes.putAll(kind.changed(row.with(changes), element, user));
        changes.putAll(kind.computed(row, changes, element, writer.today()));
        return changes;
    }

    private Map<String, Object> changed(
            StoredRow row,
            Map<String, String> changes,
            List<UploadedFile> files,
            CrmUser user,
            DecodingCache cache,
            Consumer<StoredRow> label)
            throws InterruptedException {
        FileSave fileSave = fileSaves.change(row, changes, files);
        changes.putAll(fileSave.fields());
        writer.change(row, changes, user);
        fileSave.attachTo(row.number());
        label.accept(current(row));
        return saved(current(row), false, user, cache);
    }

    /** A save reads the record more than once before it answers it. */
    private Map<String, Object> saved(StoredRow row, boolean isNew, CrmUser user, DecodingCache cache) {
        Kinds.of(row.module()).saved(new SavedRecord(row, isNew, user, store, writer));
        read(row, cache);
        return answer.of(row, user, cache);
    }

    private Map<String, String> read(StoredRow row, DecodingCache cache) {
        Map<String, String> texts = cache.read(row);
        labels.of(row, cache);
        return texts;
    }

    private StoredRow current(StoredRow row) {
        return store.table(row.module().name()).rows().getOrDefault(row.number(), row);
    }
}
