package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.sync.rows.FileNames;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.MovedFiles;
import io.github.camelvtiger.routes.sync.store.MovedFiles.Moved;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the file of a document to the document that it has become. The CRM may give the file another name; that is kept, so that it is
 * the same file the next time.
 */
final class DocumentTransfer {

    /** What Vtiger keeps itself; others are addresses of files elsewhere ({@code webservice.md §10}). */
    private static final String INTERNAL = "I";

    /** In bytes, as file systems count them. */
    private static final int LONGEST_NAME = 255;

    private static final String ATTACHMENTS = "imageattachmentids";

    private final String sync;
    private final MovedFiles files;
    private final CrmQuestions source;
    private final CrmQuestions target;

    DocumentTransfer(String sync, MovedFiles files, CrmQuestions source, CrmQuestions target) {
        this.sync = sync;
        this.files = files;
        this.source = source;
        this.target = target;
    }

    /** What the CRM says of a file that it keeps follows from the file itself. */
    static void withoutFile(Map<String, Object> document) {
        if (INTERNAL.equals(document.get("filelocationtype"))) {
            document.keySet().removeAll(Set.of("filename", "filesize", "filetype", "filedownloadcount"));
        }
    }

    /**
     * @param row of a document of the source
     * @param id of the document that it has become
     */
    void move(Row row, String id) {
        String name = String.valueOf(row.cells().getOrDefault("filename", ""));
        if (!INTERNAL.equals(row.cells().get("filelocationtype")) || name.isBlank()) {
            return;
        }
        String from = String.valueOf(row.cells().get("id"));
        // Not every release shows attachments in a query; a file that is replaced has another size, or name, or both.
        String file = row.cells().get("filesize") + " " + row.cells().getOrDefault(ATTACHMENTS, "");
        Optional<Moved> before = files.find(sync, row.place());
        if (before.filter(moved -> moved.file().equals(file) && moved.name().equals(name))
                .isPresent()) {
            return;
        }
        files.put(sync, row.place(), new Moved(file, name, sent(from, id, name)));
    }

    /** @return what the target calls the file */
    private String sent(String from, String id, String name) {
        try {
            Path directory = Files.createTempDirectory("vtiger-move");
            Path file = directory.resolve(fileName(name));
            try {
                try (InputStream content =
                        (InputStream) source.ask("vtiger:download", Map.of(VtigerConstants.RECORD_ID, from))) {
                    Files.copy(content, file);
                }
                return String.valueOf(target.replaceFile(id, file).getOrDefault("filename", ""));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + from + " could not be copied: " + e.getMessage(), e);
        }
    }

    /** The target takes the name of the file that is sent; one that no directory takes is changed. */
    private static String fileName(String name) {
        boolean taken = !name.contains("/")
                && !name.matches("\\.{1,2}")
                && name.indexOf(0) < 0
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        return taken ? name : FileNames.safeFile(name);
    }
}
