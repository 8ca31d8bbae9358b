package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.definition.Source.FileCopies;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.migration.MovedIds;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What moves beside the fields of a record, once it is there: the file of a document, and relations to others. All of it can be done
 * again without doing it twice.
 */
final class Extras {

    private final SyncDefinition sync;
    private final MovedIds ids;
    private final FileCopies files;
    private final DocumentTransfer documents;
    private final RelationTransfer relations;
    private long filesLeft;

    Extras(SyncDefinition sync, SyncStore store, MovedIds ids, CrmQuestions source, CrmQuestions target) {
        this.sync = sync;
        this.ids = ids;
        this.files = SourceCrm.of(sync).files();
        this.documents = new DocumentTransfer(sync.name(), store.files(), source, target);
        this.relations = new RelationTransfer(ids, source, target);
    }

    /** Whether records of a module have any. */
    boolean has(String module) {
        return hasFile(module) || !labels(module).isEmpty();
    }

    private boolean hasFile(String module) {
        return AddedColumns.hasFiles(module) && files != FileCopies.NONE;
    }

    private List<String> labels(String module) {
        return sync.part(module).relations().labels();
    }

    /** A row whose record is not there has none. What the CRM refuses rejects the row. */
    void move(Row row, WritePass pass) {
        String module = row.module().orElse("");
        if (DeletedInSource.isOne(row) || !has(module)) {
            return;
        }
        Optional<String> id = ids.find(row.place());
        if (id.isEmpty()) {
            return;
        }
        try {
            if (hasFile(module)) {
                file(row, id.get());
            }
            relations.add(row.place(), id.get(), labels(module));
        } catch (TransportException | RateLimitedException mayPass) {
            throw mayPass;
        } catch (VtigerException e) {
            pass.rejectBehind(new Chunk.Refused(
                    row,
                    "The record " + id.get() + " is there, without all that belongs to it: " + e.getMessage(),
                    RejectCauses.of(e)));
        }
    }

    private void file(Row row, String id) {
        try {
            documents.move(row, id);
        } catch (TransportException | RateLimitedException mayPass) {
            throw mayPass;
        } catch (VtigerException e) {
            if (files == FileCopies.REQUIRED) {
                throw e;
            }
            filesLeft++;
        }
    }

    /** What a person is to know, a sentence each without its full stop. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(relations.notes());
        if (filesLeft > 0) {
            notes.add(filesLeft == 1 ? "1 file was left out" : filesLeft + " files were left out");
        }
        return notes;
    }
}
