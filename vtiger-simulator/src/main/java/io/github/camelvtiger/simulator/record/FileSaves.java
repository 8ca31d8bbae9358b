package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.UploadedFile;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the files of a request make of the record that is being saved. Asked for every save: a document's fields about
 * its file are written by saves without files, too.
 */
public interface FileSaves {

    /**
     * @param sent the element's text of a field, {@code ""} for none
     * @throws ServerCrash if PHP fails on the files
     */
    FileSave create(ModuleMetadata module, UnaryOperator<String> sent, List<UploadedFile> files);

    /**
     * @param row the record before the save
     * @param changes what the save changes
     * @throws ServerCrash if PHP fails on the files
     */
    FileSave change(StoredRow row, Map<String, String> changes, List<UploadedFile> files);

    /** What is to be done for one record. */
    interface FileSave {

        /** Texts to be stored with the record; they win over those that were sent. */
        Map<String, String> fields();

        /** @param number of the record, which has been saved by now */
        void attachTo(long number);
    }
}
