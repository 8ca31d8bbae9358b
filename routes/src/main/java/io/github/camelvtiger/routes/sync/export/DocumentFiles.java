package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.definition.Source.FileCopies;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.rows.FileNames;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the files of Documents beside the files of their records, as {@code 15x34-offer.pdf}. */
final class DocumentFiles {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** What Vtiger keeps itself; others are addresses of files elsewhere ({@code webservice.md §10}). */
    private static final String INTERNAL = "I";

    private final CrmQuestions crm;
    private final boolean required;
    private final AtomicLong missing = new AtomicLong();

    DocumentFiles(CrmQuestions crm, FileCopies copies) {
        this.crm = crm;
        this.required = copies == FileCopies.REQUIRED;
    }

    /** How many files the CRM has not handed out. */
    long missing() {
        return missing.get();
    }

    /**
     * @param record of Documents, to which the name of its file is added
     * @param beside the file of the record
     */
    void copy(Map<String, Object> record, Path beside) throws IOException {
        String id = String.valueOf(record.get("id"));
        String name = String.valueOf(record.getOrDefault("filename", ""));
        record.put(AddedColumns.FILE, "");
        if (!INTERNAL.equals(record.get("filelocationtype")) || name.isBlank()) {
            return;
        }
        Path file = beside.toAbsolutePath().resolveSibling(id + "-" + FileNames.safeFile(name));
        try {
            download(id, file);
            record.put(AddedColumns.FILE, file.getFileName().toString());
        } catch (TransportException | RateLimitedException mayPass) {
            throw mayPass;
        } catch (VtigerException e) {
            if (required) {
                throw new IllegalStateException("The CRM does not hand out the file of " + id + ": " + e.getMessage()
                        + " With 'files: optional' such files are counted, and left out.");
            }
            missing.incrementAndGet();
            LOG.warn("The file of {} is left out: {}", id, e.getMessage());
        }
    }

    /** Another one of the same record is an older one. */
    private void download(String id, Path file) throws IOException {
        Path writing = file.resolveSibling(".writing-" + file.getFileName());
        Files.createDirectories(file.getParent());
        try (InputStream content = (InputStream) crm.ask("vtiger:download", Map.of(VtigerConstants.RECORD_ID, id))) {
            Files.copy(content, writing, StandardCopyOption.REPLACE_EXISTING);
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(writing);
        }
        remove(id, file.getParent(), file);
    }

    /** The file of a record that was deleted. */
    static void remove(String id, Path directory) throws IOException {
        remove(id, directory, null);
    }

    private static void remove(String id, Path directory, Path but) throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, id + "-*")) {
                for (Path file : files) {
                    if (!file.equals(but)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }
}
