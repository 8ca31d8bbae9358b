package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.document.UploadPlan.Earlier;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;

/** The files of comments: parts {@code filename[]}; the field of that name has the numbers of the attachments. */
final class CommentFiles {

    private static final String FIELD = "filename";

    private final CrmStore store;

    CommentFiles(CrmStore store) {
        this.store = store;
    }

    /** If no file can be taken the field becomes a nought. */
    FileSave create(ModuleMetadata module, List<UploadedFile> files) {
        List<UploadedFile> taken = taken(files);
        boolean refused = taken.isEmpty() && !files.isEmpty();
        return plan(module, refused ? Map.of(FIELD, "0") : Map.of(), Earlier.KEPT, taken, taken.isEmpty() ? "" : FIELD);
    }

    /** The field is written only when it is sent with another value. */
    FileSave change(StoredRow row, Map<String, String> changes, List<UploadedFile> files) {
        List<UploadedFile> taken = taken(files);
        String before = row.value(FIELD);
        boolean written = changes.containsKey(FIELD) && !changes.get(FIELD).equals(before);
        boolean refused = written && taken.isEmpty() && !files.isEmpty();
        return plan(
                row.module(),
                refused ? Map.of(FIELD, before) : Map.of(),
                Earlier.REPLACED,
                taken,
                written && !taken.isEmpty() ? FIELD : "");
    }

    private static List<UploadedFile> taken(List<UploadedFile> files) {
        if (files.stream().anyMatch(file -> file.field().equals(FIELD) && !file.array())) {
            throw new ServerCrash("the files of a comment come as filename[], not as filename");
        }
        return files.stream()
                .filter(file -> file.field().equals(FIELD) && file.content().length > 0)
                .filter(ImageCheck::attachable)
                .toList();
    }

    private FileSave plan(
            ModuleMetadata module,
            Map<String, String> fields,
            Earlier earlier,
            List<UploadedFile> files,
            String numbersInto) {
        return new UploadPlan(
                store, module, fields, earlier, files, name -> UploadName.kept(name.replace("\"", "")), numbersInto);
    }
}
