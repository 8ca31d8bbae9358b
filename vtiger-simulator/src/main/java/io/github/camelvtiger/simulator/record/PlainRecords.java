package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.kind.ModuleKind;
import io.github.camelvtiger.simulator.kind.SavedRecord;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
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

/** Saves of all modules for which the server has no handler of its own; access and element are checked before. */
final class PlainRecords {

    private final CrmStore store;
    private final RecordWriter writer;
    private final StoredTexts texts;
    private final RecordAnswer answer;
    private final RecordLabels labels;
    private final FileSaves fileSaves;
    private final HtmlText html;

    PlainRecords(
            CrmStore store,
            RecordWriter writer,
            RecordAnswer answer,
            RecordLabels labels,
            FileSaves fileSaves,
            HtmlText html) {
        this.store = store;
        this.writer = writer;
        this.texts = new StoredTexts(store);
        this.answer = answer;
        this.labels = labels;
        this.fileSaves = fileSaves;
        this.html = html;
    }

    Map<String, Object> create(ModuleMetadata module, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        ModuleKind kind = Kinds.of(module);
        if (kind.single()) {
            Optional<StoredRow> only = store.table(module.name()).live().findFirst();
            if (only.isPresent()) {
                return changed(
                        only.get(),
                        element,
                        changes(only.get(), element, user, field -> false),
                        files,
                        user,
                        new DecodingCache(),
                        saved -> {});
            }
            // It was deleted; the new one is number 1 again (seen on 8.2.0).
            store.numberFrom(module, 0);
        }
        if (kind.numberedAfterLast()) {
            NavigableMap<Long, StoredRow> rows = store.table(module.name()).rows();
            store.numberFrom(module, rows.isEmpty() ? 0 : rows.lastKey());
        }
        Map<String, String> values = values(module, element, user);
        FileSave fileSave = files(module, element, files);
        values.putAll(fileSave.fields());
        if (RefusedRow.refused(module, values)) {
            return refused(module, element, values, user);
        }
        StoredRow row = writer.create(module, values, user);
        labels.created(row, element);
        fileSave.attachTo(row.number());
        return saved(current(row), element, true, user, new DecodingCache());
    }

    private Map<String, String> values(ModuleMetadata module, SentElement element, CrmUser user) {
        Map<String, String> values = texts.create(module, element, user);
        values.putAll(StoredTexts.nullsOfNew(module, element));
        StoredRow before = StoredRow.of(module, 0, Map.of());
        values.putAll(Kinds.of(module).computed(before, values, element, user, writer.today()));
        return values;
    }

    /** Its number is taken all the same. */
    private Map<String, Object> refused(
            ModuleMetadata module, SentElement element, Map<String, String> values, CrmUser user)
            throws InterruptedException {
        try {
            Kinds.of(module).refused();
        } catch (RuntimeException e) {
            writer.abandon(module);
            throw e;
        }
        StoredRow row = writer.create(module, values, user);
        store.table(module.name()).change(row.number(), stored -> stored.with(RefusedRow.blanked(module, values)));
        labels.created(current(row), element);
        return answer.of(current(row), user, new DecodingCache());
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

    Map<String, Object> retrieve(StoredRow row, CrmUser user) {
        return answer.of(row, user);
    }

    Map<String, Object> update(StoredRow row, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        DecodingCache cache = new DecodingCache();
        Map<String, String> read = read(row, cache);
        SentElement whole = row.module().entity() ? element : whole(row, element);
        // An update compares what is sent with what it has read, and that is encoded.
        Map<String, String> changes =
                changes(row, whole, user, field -> html.encode(row.value(field)).equals(element.value(field)));
        changes.putAll(StoredTexts.wrapped(row.module(), whole, read));
        Consumer<StoredRow> label = saved -> labels.updated(saved, element, read);
        boolean described = element.has("description")
                && !html.encode(row.value("description")).equals(element.value("description"));
        if (described || !row.module().entity() || !Kinds.of(row.module()).descriptionReencoded()) {
            return changed(row, whole, changes, files, user, cache, label);
        }
        changes.put("description", read.getOrDefault("description", ""));
        Map<String, Object> record = changed(row, whole, changes, files, user, cache, label);
        record.computeIfPresent("description", (field, shown) -> cache.shown(row.value(field)));
        return record;
    }

    /** Every sent text is decoded once more ({@code webservice.md §5}). */
    Map<String, Object> revise(StoredRow row, SentElement element, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        DecodingCache cache = new DecodingCache();
        Map<String, String> read = read(row, cache);
        SentElement decoded = element.map(html::decode);
        Map<String, String> changes = changes(row, decoded, user, field -> false);
        changes.putAll(StoredTexts.wrappedAgain(row, element, html));
        if (!element.has("description")) {
            // It is always written with the time, as it was read.
            changes.put("description", html.decode(read.getOrDefault("description", "")));
        }
        Map<String, Object> record =
                changed(row, decoded, changes, files, user, cache, saved -> labels.revised(saved, decoded, read));
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

    void delete(StoredRow row, CrmUser user) {
        writer.delete(row, user);
    }

    private Map<String, String> changes(
            StoredRow row, SentElement element, CrmUser user, Predicate<String> takenForUnchanged) {
        if (RefusedRow.of(row)) {
            return inserted(row, element, user);
        }
        Map<String, String> changes = texts.change(row.module(), element, user);
        // What comes back as it was read is not written, and so not converted a second time.
        changes.keySet().removeIf(field -> row.value(field).equals(element.value(field)));
        changes.keySet().removeIf(takenForUnchanged);
        ModuleKind kind = Kinds.of(row.module());
        changes.putAll(StoredTexts.nulls(row.module(), element));
        changes.putAll(kind.beside(element, store));
        changes.putAll(kind.changed(row.with(changes), element, user));
        changes.putAll(kind.computed(row, changes, element, user, writer.today()));
        return changes;
    }

    /** The row that was refused is inserted by the next save, as that of a new record, if the database takes it then. */
    private Map<String, String> inserted(StoredRow row, SentElement element, CrmUser user) {
        ModuleMetadata module = row.module();
        Map<String, String> values = values(module, element, user);
        for (String kept : List.of("assigned_user_id", "source")) {
            if (!element.has(kept)) {
                values.remove(kept);
            }
        }
        if (RefusedRow.refused(module, values)) {
            return RefusedRow.blanked(module, values);
        }
        module.numbering().ifPresent(numbering -> values.put(numbering.field(), store.nextRecordNumber(numbering)));
        return values;
    }

    private Map<String, Object> changed(
            StoredRow row,
            SentElement element,
            Map<String, String> changes,
            List<UploadedFile> files,
            CrmUser user,
            DecodingCache cache,
            Consumer<StoredRow> label)
            throws InterruptedException {
        FileSave fileSave = files(row, changes, files, user);
        changes.putAll(fileSave.fields());
        writer.change(row, changes, user);
        fileSave.attachTo(row.number());
        label.accept(current(row));
        return saved(current(row), element, false, user, cache);
    }

    /** Files that cannot be taken end the save when the table that all records share is written. */
    private FileSave files(StoredRow row, Map<String, String> changes, List<UploadedFile> files, CrmUser user)
            throws InterruptedException {
        try {
            return fileSaves.change(row, changes, files);
        } catch (ServerCrash e) {
            Map<String, String> shared = new HashMap<>(changes);
            shared.keySet().retainAll(RecordWriter.WRITTEN_FIRST);
            writer.change(row, shared, user);
            throw e;
        }
    }

    /** A save reads the record more than once before it answers it. */
    private Map<String, Object> saved(
            StoredRow row, SentElement element, boolean isNew, CrmUser user, DecodingCache cache) {
        if (!RefusedRow.of(row)) {
            Kinds.of(row.module()).saved(new SavedRecord(row, element, isNew, user, store, writer));
        }
        read(row, cache);
        return answer.of(row, user, cache);
    }

    private Map<String, String> read(StoredRow row, DecodingCache cache) {
        Map<String, String> read = cache.read(row);
        labels.of(row, cache);
        return read;
    }

    private StoredRow current(StoredRow row) {
        return store.table(row.module().name()).rows().getOrDefault(row.number(), row);
    }
}
