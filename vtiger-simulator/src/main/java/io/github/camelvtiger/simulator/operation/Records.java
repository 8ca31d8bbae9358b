package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.Collation;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Records by id, as somebody: the one path of all saves, whether they come by HTTP or from the same process. Every
 * method fails with {@link WebserviceException} or {@link ServerCrash} as the operation of that name does.
 */
public final class Records {

    /**
     * An update writes the description it has read, which is encoded, where none or the same is sent
     * ({@code change-feed.md §5}); its own answer does not show it yet.
     */
    private static final Set<String> DESCRIPTION_REENCODED = Set.of("Contacts", "HelpDesk");

    private final CrmStore store;
    private final RecordWriter writer;
    private final RecordAccess access;
    private final ElementCheck check;
    private final StoredTexts texts;
    private final RecordAnswer answer;
    private final Map<String, RecordKind> kinds;
    private final ActivityModule activities;
    private final FileSaves fileSaves;
    private final CommentedRecord commented;
    private final RecordLabels labels;
    private final HtmlText html = new HtmlText();

    public Records(CrmStore store, RecordWriter writer, FileSaves fileSaves) {
        this.store = store;
        this.writer = writer;
        this.access = new RecordAccess(store);
        this.check = new ElementCheck(store);
        this.texts = new StoredTexts(store);
        this.activities = new ActivityModule(store);
        this.labels = new RecordLabels(store.labels(), html);
        this.answer = new RecordAnswer(store, labels);
        this.kinds = kinds();
        this.fileSaves = fileSaves;
        this.commented = new CommentedRecord(store, writer);
    }

    Map<String, Object> create(String moduleName, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        ModuleMetadata module = access.creatable(moduleName, user);
        check.create(module, element, user);
        if (module.name().equals("ProductTaxes") || nobodysGroup(module, element)) {
            // The server looks for the new row under an id that it has not got.
            throw new WebserviceException("RECORD_NOT_FOUND", "Record not found");
        }
        Optional<StoredRow> company = company(module);
        if (company.isPresent()) {
            return changed(
                    company.get(),
                    changes(company.get(), element, user, field -> false),
                    files,
                    user,
                    new DecodingCache(),
                    saved -> {});
        }
        if (isCompany(module)) {
            // It was deleted; the new one is number 1 again (seen on 8.2.0).
            store.numberFrom(module, 0);
        }
        if (kinds.containsKey(module.name())) {
            return kinds.get(module.name()).create(module, element, user);
        }
        Map<String, String> values = texts.create(module, element, user);
        values.putAll(computed(StoredRow.of(module, 0, Map.of()), values, element));
        FileSave fileSave = files(module, element, files);
        values.putAll(fileSave.fields());
        StoredRow row = writer.create(module, values, user);
        labels.created(row, element);
        fileSave.attachTo(row.number());
        return saved(current(row), true, user, new DecodingCache());
    }

    /** There is one company, and who creates it changes it; only where it was deleted it is made. */
    private Optional<StoredRow> company(ModuleMetadata module) {
        return isCompany(module) ? store.table(module.name()).live().findFirst() : Optional.empty();
    }

    private static boolean isCompany(ModuleMetadata module) {
        return module.name().equals("CompanyDetails");
    }

    /** The database refuses a group without a name of its own, and the server does not notice. */
    private boolean nobodysGroup(ModuleMetadata module, SentElement element) {
        String name = element.text("groupname");
        return module.name().equals("Groups")
                && (name.isEmpty()
                        || store.table("Groups")
                                .live()
                                .anyMatch(group -> Collation.compare(group.value("groupname"), name) == 0));
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

    private Map<String, RecordKind> kinds() {
        InventoryBook book = new InventoryBook(store, html::encode);
        RecordKind inventory = new InventoryRecords(store, writer, answer, html, book);
        Map<String, RecordKind> own = new HashMap<>(Map.of("LineItem", new LineItemRecords(store, book)));
        InventoryBook.MODULES.forEach(module -> own.put(module, inventory));
        return own;
    }

    public Map<String, Object> create(String moduleName, Map<String, ?> fields, CrmUser user)
            throws InterruptedException {
        return create(moduleName, SentElement.of(fields), List.of(), user);
    }

    /** @param element as JSON */
    public Map<String, Object> create(String moduleName, String element, CrmUser user) throws InterruptedException {
        return create(moduleName, SentElement.parse(element), List.of(), user);
    }

    /** The record that an id means, for operations that do more with it than answer it. */
    public StoredRow row(String id, CrmUser user) {
        return access.readable(id, user);
    }

    /** The id comes back with the number as it was sent ({@code 12x5.0}), however lax it was. */
    public Map<String, Object> retrieve(String id, CrmUser user) {
        StoredRow row = access.readable(id, user);
        RecordKind kind = kinds.get(row.module().name());
        Map<String, Object> record =
                kind == null ? answer.of(row, user) : store.whole().read(() -> kind.retrieve(row, user));
        if (row.module().entity()) {
            record.put("id", row.module().idPrefix() + "x" + id.split("x", -1)[1]);
        }
        return record;
    }

    Map<String, Object> update(SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        StoredRow row = access.writable(element.id(), user);
        check.update(row, element, user);
        if (kinds.containsKey(row.module().name())) {
            return kinds.get(row.module().name()).update(row, element, user);
        }
        DecodingCache cache = new DecodingCache();
        Map<String, String> read = read(row, cache);
        SentElement whole = row.module().entity() ? element : whole(row, element);
        // An update compares what is sent with what it has read, and that is encoded.
        Map<String, String> changes =
                changes(row, whole, user, field -> html.encode(row.value(field)).equals(element.value(field)));
        boolean described = element.has("description")
                && !html.encode(row.value("description")).equals(element.value("description"));
        if (described || !DESCRIPTION_REENCODED.contains(row.module().name())) {
            return changed(row, changes, files, user, cache, saved -> labels.updated(saved, element, read));
        }
        changes.put("description", read.getOrDefault("description", ""));
        Map<String, Object> record =
                changed(row, changes, files, user, cache, saved -> labels.updated(saved, element, read));
        record.put("description", cache.shown(row.value("description")));
        return record;
    }

    /** Every sent text is decoded once more ({@code webservice.md §5}). */
    Map<String, Object> revise(SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        StoredRow row = access.writable(element.id(), user);
        check.revise(row, element, user);
        if (kinds.containsKey(row.module().name())) {
            return kinds.get(row.module().name()).revise(row, element, user);
        }
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
        if (row.module().name().equals("Users")) {
            // Nowhere else have users a label.
            record.put("label", html.decode(labels.of(current(row), cache)));
        }
        return record;
    }

    /** An update of an actor type empties what is not sent. */
    private static SentElement whole(StoredRow row, SentElement element) {
        Map<String, Object> empty = new HashMap<>();
        row.module().fields().stream()
                .map(FieldMetadata::name)
                .filter(name -> !element.has(name))
                .forEach(name -> empty.put(name, ""));
        return element.with(empty);
    }

    public Map<String, Object> revise(Map<String, ?> fields, CrmUser user) throws InterruptedException {
        return revise(SentElement.of(fields), List.of(), user);
    }

    public void delete(String id, CrmUser user) {
        StoredRow row = access.writable(id, user);
        if (kinds.containsKey(row.module().name())) {
            kinds.get(row.module().name()).delete(row, user);
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
        changes.putAll(DerivedFields.changed(row.with(changes), element, user));
        changes.putAll(computed(row, changes, element));
        return changes;
    }

    /** What a save computes from the state before it, or from the day. */
    private Map<String, String> computed(StoredRow before, Map<String, String> changes, SentElement element) {
        return switch (before.module().name()) {
            case "Events" ->
                Map.of(
                        "reminder_time",
                        EventReminder.saved(before.value("reminder_time"), element.text("reminder_time")));
            case "ServiceContracts" -> ServiceContractProgress.of(before.with(changes)::value, writer.today());
            default -> Map.of();
        };
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
        commented.saved(row, isNew, user);
        WorkflowOwner.read(row);
        ActivityStart.read(row);
        activities.settle(row);
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
