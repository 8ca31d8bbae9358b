package io.github.camelvtiger.simulator.document;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.record.FileSaves.FileSave;
import io.github.camelvtiger.simulator.store.Attachment;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a save does with files.
 *
 * @param fields texts to be stored with the record
 * @param earlier what becomes of the files that hang on it already
 * @param files those to be attached
 * @param name makes the name of an attachment of that of a file
 * @param numbersInto field that gets the attachments' numbers; {@code ""} for none
 */
record UploadPlan(
        CrmStore store,
        ModuleMetadata module,
        Map<String, String> fields,
        Earlier earlier,
        List<UploadedFile> files,
        UnaryOperator<String> name,
        String numbersInto)
        implements FileSave {

    enum Earlier {
        KEPT,
        /** Each file takes the place of all before it. */
        REPLACED,
        REMOVED
    }

    @Override
    public void attachTo(long record) {
        if (earlier == Earlier.REMOVED) {
            store.attachments().removeAllOf(record);
        }
        String numbers =
                files.stream().map(file -> String.valueOf(attach(record, file))).collect(Collectors.joining(","));
        if (!numbersInto.isEmpty()) {
            store.table(module.name()).change(record, row -> row.with(Map.of(numbersInto, numbers)));
        }
    }

    private long attach(long record, UploadedFile file) {
        if (earlier == Earlier.REPLACED) {
            store.attachments().removeAllOf(record);
        }
        long number = store.nextNumber(module);
        store.attachments()
                .add(
                        record,
                        new Attachment(number, name.apply(file.name()), file.type(), folder(record), file.content()));
        return number;
    }

    /** Of the day of the save. */
    private String folder(long record) {
        String saved = store.table(module.name()).rows().get(record).value("modifiedtime");
        return Attachment.folder(LocalDate.parse(saved.substring(0, 10)));
    }
}
