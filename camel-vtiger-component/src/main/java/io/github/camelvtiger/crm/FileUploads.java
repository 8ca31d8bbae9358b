package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.protocol.ServerCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends files, and makes sure that the CRM kept them: it reports success for records whose file it dropped. */
final class FileUploads {

    /** PHP's maxima as a message names them. */
    private static final String LIMITS = "upload_max_filesize and post_max_size in the server's php.ini";

    private final Denials denials;

    FileUploads(Denials denials) {
        this.denials = denials;
    }

    /** The part must be named {@code filename}. */
    CompletableFuture<Map<String, Object>> document(Map<String, Object> document, FormFile file) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("filename", file);
        parameters.put("elementType", Files.DOCUMENTS);
        parameters.put("element", document);
        ServerCall call = ServerCall.write("create", Files.DOCUMENTS, null, parameters);
        return requireContent(file, call)
                .thenCompose(full -> denials.explained(call))
                .thenApply(answer -> Results.record(call, answer));
    }

    /** The part must be named {@code imagename[]}; the server fails over {@code imagename}. */
    CompletableFuture<Map<String, Object>> image(String module, RecordId id, FormFile image, List<String> before) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("imagename[]", image);
        parameters.put("element", Map.of("id", id.toString()));
        ServerCall call = ServerCall.write("revise", module, id.toString(), parameters);
        return requireContent(image, call)
                .thenCompose(full -> denials.explained(call))
                .thenApply(answer -> Results.record(call, answer))
                .thenApply(stored -> {
                    if (before.containsAll(Files.attachments(stored))) {
                        throw new InvalidRecordException(
                                "The CRM did not keep the file " + image.name() + " as an image of " + id
                                        + ": it keeps images such as PNG, JPEG and GIF, by their content and content"
                                        + " type, and none larger than " + LIMITS + " allow.",
                                call(call, id));
                    }
                    return stored;
                });
    }

    private static CompletableFuture<Void> requireContent(FormFile file, ServerCall call) {
        return file.content().length() == 0
                ? CompletableFuture.failedFuture(new InvalidRecordException(
                        "The file " + file.name()
                                + " is empty, and the CRM keeps no empty files: it would store a record"
                                + " without one.",
                        FailureContext.of(call.operation(), call.module(), call.recordId())))
                : CompletableFuture.completedFuture(null);
    }

    /** Else each repetition would leave another document without a file. */
    CompletableFuture<Map<String, Object>> withdrawn(Map<String, Object> stored, FormFile file) {
        RecordId id = Results.recordId(stored);
        ServerCall delete = ServerCall.write("delete", Files.DOCUMENTS, id.toString(), Map.of("id", id));
        String dropped = "The CRM dropped the file " + file.name()
                + ", which is empty or larger than PHP allows; raise " + LIMITS;
        FailureContext context = FailureContext.of("create", Files.DOCUMENTS, id.toString());
        return Futures.compose(denials.explained(delete), (gone, failure) -> {
            VtigerException sentence = failure == null
                    ? new InvalidRecordException(dropped + ". The document without a file was deleted again.", context)
                    : new ServerFailureException(
                            dropped + ". The document " + id + " without a file is in the CRM: to delete it failed ("
                                    + Denials.known(failure).getMessage() + ").",
                            context);
            return CompletableFuture.failedFuture(sentence);
        });
    }

    private static FailureContext call(ServerCall call, RecordId id) {
        return FailureContext.of(call.operation(), call.module(), id.toString());
    }
}
