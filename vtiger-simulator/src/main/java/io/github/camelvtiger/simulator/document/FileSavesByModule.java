package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.document.UploadPlan.Earlier;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Each module reads its files in its own way: Documents the part {@code filename}, Contacts and Products
 * {@code imagename[]}, ModComments {@code filename[]}, HelpDesk and Emails every part; all others read none
 * ({@code webservice.md §10}).
 */
public final class FileSavesByModule implements FileSaves {

    private final CrmStore store;
    private final DocumentFiles documents;
    private final ImageFiles images;
    private final CommentFiles comments;

    public FileSavesByModule(CrmStore store) {
        this.store = store;
        this.documents = new DocumentFiles(store);
        this.images = new ImageFiles(store);
        this.comments = new CommentFiles(store);
    }

    @Override
    public FileSave create(ModuleMetadata module, UnaryOperator<String> sent, List<UploadedFile> files) {
        return switch (Kinds.of(module).files()) {
            case DOCUMENT -> documents.create(module, sent, files);
            case IMAGES -> images.create(module, files);
            case COMMENT -> comments.create(module, files);
            case EVERY_PART -> everyPart(module, Earlier.KEPT, files);
            case NONE -> nothing(module);
        };
    }

    @Override
    public FileSave change(StoredRow row, Map<String, String> changes, List<UploadedFile> files) {
        return switch (Kinds.of(row.module()).files()) {
            case DOCUMENT -> documents.change(row, changes, files);
            case IMAGES -> images.change(row, changes, files);
            case COMMENT -> comments.change(row, changes, files);
            case EVERY_PART -> everyPart(row.module(), Earlier.REPLACED, files);
            case NONE -> nothing(row.module());
        };
    }

    private FileSave everyPart(ModuleMetadata module, Earlier earlier, List<UploadedFile> files) {
        return new UploadPlan(store, module, Map.of(), earlier, single(files), UploadName::kept, "");
    }

    private FileSave nothing(ModuleMetadata module) {
        return new UploadPlan(store, module, Map.of(), Earlier.KEPT, List.of(), UploadName::kept, "");
    }

    /** Files that can be attached out of parts without brackets. */
    private static List<UploadedFile> single(List<UploadedFile> files) {
        return files.stream()
                .filter(file -> !file.array() && file.content().length > 0)
                .filter(ImageCheck::attachable)
                .toList();
    }
}
