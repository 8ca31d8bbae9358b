package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.document.UploadPlan.Earlier;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.Attachment;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of contacts and products: parts {@code imagename[]}; every save adds to them. The field has the names the
 * files came with; only when it is sent with another value it is rewritten, with the names they are kept under.
 */
final class ImageFiles {

    private static final String FIELD = "imagename";

    private final CrmStore store;

    ImageFiles(CrmStore store) {
        this.store = store;
    }

    FileSave create(ModuleMetadata module, List<UploadedFile> files) {
        List<UploadedFile> images = images(files);
        String names = images.stream().map(UploadedFile::name).collect(Collectors.joining(","));
        return plan(module, images.isEmpty() ? Map.of() : Map.of(FIELD, cut(module, names)), images);
    }

    FileSave change(StoredRow row, Map<String, String> changes, List<UploadedFile> files) {
        List<UploadedFile> images = images(files);
        String before = row.value(FIELD);
        if (!changes.containsKey(FIELD) || changes.get(FIELD).equals(before)) {
            return plan(row.module(), Map.of(), images);
        }
        if (images.isEmpty() && !files.isEmpty()) {
            return plan(row.module(), Map.of(FIELD, before), images);
        }
        String names = Stream.concat(
                        store.attachments().of(row.number()).stream().map(Attachment::name),
                        images.stream().map(image -> kept(image.name())))
                .collect(Collectors.joining(","));
        return plan(row.module(), Map.of(FIELD, cut(row.module(), names)), images);
    }

    private static List<UploadedFile> images(List<UploadedFile> files) {
        if (files.stream().anyMatch(file -> file.field().equals(FIELD) && !file.array())) {
            throw new ServerCrash("images come as imagename[], not as imagename");
        }
        return files.stream()
                .filter(file -> file.field().equals(FIELD) && ImageCheck.image(file))
                .toList();
    }

    private FileSave plan(ModuleMetadata module, Map<String, String> fields, List<UploadedFile> images) {
        return new UploadPlan(store, module, fields, Earlier.KEPT, images, ImageFiles::kept, "");
    }

    private static String kept(String name) {
        return UploadName.kept(name.replace("\"", ""));
    }

    private static String cut(ModuleMetadata module, String names) {
        return module.field(FIELD)
                .map(field -> ColumnText.of(field.column(), names))
                .orElse(names);
    }
}
