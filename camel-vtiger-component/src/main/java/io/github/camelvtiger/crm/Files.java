package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.protocol.FileAnswer;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Documents with their files, and images of records ({@code webservice.md §10}). */
public final class Files {

    public static final String DOCUMENTS = "Documents";

    /** The ids of a record's files: others than its own, and the only ones by which files are downloaded. */
    private static final String ATTACHMENTS = "imageattachmentids";

    private final Protocol protocol;
    private final Denials denials;
    private final Capabilities capabilities;
    private final ConnectionUser user;
    private final FileUploads uploads;

    Files(Protocol protocol, Denials denials, Capabilities capabilities, ConnectionUser user) {
        this.protocol = protocol;
        this.denials = denials;
        this.capabilities = capabilities;
        this.user = user;
        this.uploads = new FileUploads(denials);
    }

    /**
     * The fields of a new document whose file is in the CRM.
     *
     * @param title what the CRM shows it by
     */
    public static Map<String, Object> document(String title) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("notes_title", title);
        document.put("filelocationtype", "I");
        document.put("filestatus", "1");
        return document;
    }

    /**
     * Creates a document with its file in one call.
     *
     * @param document as {@link #document} makes it
     * @return the document as the CRM stored it
     */
    public CompletableFuture<Map<String, Object>> upload(Map<String, ?> document, FormFile file) {
        return user.completed(DOCUMENTS, document)
                .thenCompose(owned -> uploads.document(owned, file))
                .thenCompose(stored -> withItsFile(stored, file));
    }

    /** The document itself if it has its file. One without is deleted, and the future fails. */
    public CompletableFuture<Map<String, Object>> withItsFile(Map<String, Object> stored, FormFile file) {
        return attachments(stored).isEmpty()
                ? uploads.withdrawn(stored, file)
                : CompletableFuture.completedFuture(stored);
    }

    /**
     * Adds an image to a Contact or a Product.
     *
     * @param module of the record
     * @return the record as the CRM stored it
     */
    public CompletableFuture<Map<String, Object>> uploadImage(String module, RecordId id, FormFile image) {
        return retrieve(id).thenCompose(record -> uploads.image(module, id, image, attachments(record)));
    }

    /** @param id of a document, of its file, of a record with images, of which the newest is meant, or of one image */
    public CompletableFuture<DownloadedFile> download(RecordId id) {
        return Futures.compose(retrieve(id), (record, failure) -> {
            if (failure == null) {
                return attachment(id, attachmentOf(id, record));
            }
            VtigerException known = Denials.known(failure);
            // Files have ids of their own, which no record has.
            return known instanceof RecordNotFoundException || known instanceof AccessDeniedException
                    ? attachment(id, id)
                            .exceptionallyCompose(missing -> CompletableFuture.failedFuture(
                                    Denials.known(missing) instanceof RecordNotFoundException
                                            ? unknown(id, known)
                                            : Futures.cause(missing)))
                    : CompletableFuture.failedFuture(known);
        });
    }

    private CompletableFuture<Map<String, Object>> retrieve(RecordId id) {
        ServerCall call = ServerCall.get("retrieve", null, id.toString(), Map.of("id", id));
        return denials.explained(call).thenApply(answer -> Results.record(call, answer));
    }

    private static VtigerException unknown(RecordId id, VtigerException record) {
        return record instanceof RecordNotFoundException
                ? new RecordNotFoundException(
                        "There is neither a record nor a file " + id
                                + "; give the id of a document, or one of its field " + ATTACHMENTS + ".",
                        context(id))
                : record;
    }

    private static RecordId attachmentOf(RecordId id, Map<String, Object> record) {
        List<String> ids = attachments(record);
        if (!ids.isEmpty()) {
            return RecordId.parse(ids.get(ids.size() - 1));
        }
        String name = Results.text(record.get("filename"));
        if ("E".equals(Results.text(record.get("filelocationtype"))) && name != null) {
            throw new InvalidRecordException(
                    "The document " + id + " is a link to " + name.replaceAll("\\p{Cntrl}", "?")
                            + ", and its file is not in the CRM; fetch it from there.",
                    context(id));
        }
        throw new InvalidRecordException("The record " + id + " has no file that could be downloaded.", context(id));
    }

    /** The ids of a record's files; none if it has no file. */
    public static List<String> attachments(Map<String, Object> record) {
        String ids = Results.text(record.get(ATTACHMENTS));
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    /** @param asked what the user named, for failures */
    private CompletableFuture<DownloadedFile> attachment(RecordId asked, RecordId attachment) {
        ServerCall call = ServerCall.get("files_retrieve", null, asked.toString(), Map.of("id", attachment));
        return capabilities
                .require(Capability.FILES_RETRIEVE, context(asked))
                .thenCompose(able -> protocol.stream(call))
                .thenApply(answer -> {
                    FileAnswer file = FileAnswer.read(answer, call);
                    return new DownloadedFile(
                            lastSegment(file.text("filename")),
                            file.text("filetype"),
                            file.number("filesize"),
                            file.content());
                });
    }

    /** A name from another system must not lead out of the directory it is written to. */
    private static String lastSegment(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "_");
        return last.isEmpty() || last.equals(".") || last.equals("..") ? "file" : last;
    }

    private static FailureContext context(RecordId id) {
        return FailureContext.of("files_retrieve", null, id.toString());
    }
}
