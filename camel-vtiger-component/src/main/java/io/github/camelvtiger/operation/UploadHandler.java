package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.changes.ProducerWrite;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.Files;
import io.github.camelvtiger.http.FormFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The body is a file: it becomes a document, perhaps related to a record, or the image of a Contact or a Product. */
final class UploadHandler implements OperationHandler {

    /** The field that names an image. */
    private static final String IMAGE = "imagename";

    static final Set<String> WITH_IMAGES = Set.of("Contacts", "Products");

    private final OperationContext context;
    private final SentFile files = new SentFile("upload");
    private final ModuleOfId modules;
    private final WriterSelection writers;

    UploadHandler(OperationContext context) {
        this.context = context;
        this.modules = new ModuleOfId(context.client(), "upload");
        this.writers = new WriterSelection(context, "upload");
    }

    /** @throws IllegalArgumentException when records of the module have no files */
    static void requireModule(String module) {
        if (module != null && !module.equals(Files.DOCUMENTS) && !WITH_IMAGES.contains(module)) {
            throw new IllegalArgumentException("The operation upload cannot send files to the module " + module
                    + "; write vtiger:upload for a document, and relate it to a record by the header "
                    + VtigerConstants.RELATED_ID
                    + ", or vtiger:upload/Contacts or vtiger:upload/Products for the image of a record.");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        String module = context.chosenModule(message).orElse(Files.DOCUMENTS);
        try {
            requireModule(module);
        } catch (IllegalArgumentException other) {
            throw invalid(other.getMessage());
        }
        return WITH_IMAGES.contains(module) ? image(exchange, module) : document(exchange);
    }

    private CompletableFuture<Void> image(Exchange exchange, String module) {
        Message message = exchange.getMessage();
        RecordId id = OperationContext.idHeader(message)
                .map(RecordId::parse)
                .orElseThrow(() -> invalid("The operation upload needs the record of " + module
                        + " whose image the file is: set the header " + VtigerConstants.RECORD_ID + "."));
        FormFile image = files.body(exchange);
        return modules.require(id, Optional.of(module))
                .thenCompose(own -> context.client().files().uploadImage(module, own, image))
                .thenAccept(record -> {
                    context.ownWrites().publish(() -> ProducerWrite.changed(record, Set.of(IMAGE)).stream());
                    answer(message, id.toString(), Outcome.UPDATED, record);
                });
    }

    private CompletableFuture<Void> document(Exchange exchange) {
        Message message = exchange.getMessage();
        FormFile file = files.body(exchange);
        String title = OperationContext.header(message, VtigerConstants.TITLE).orElse(file.name());
        Optional<RecordId> related =
                OperationContext.header(message, VtigerConstants.RELATED_ID).map(RecordId::parse);
        return requireThere(related)
                .thenCompose(there -> writers.upload(exchange, Files.document(title), file))
                .thenCompose(stored -> {
                    context.ownWrites().publish(() -> ProducerWrite.created(stored).stream());
                    return related(related, stored);
                })
                .thenAccept(stored -> answer(message, String.valueOf(stored.get("id")), Outcome.CREATED, stored));
    }

    /** Before the file is sent: a wrong id would leave a document behind. */
    private CompletableFuture<Void> requireThere(Optional<RecordId> related) {
        return related.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : context.client().retrieve(related.get()).thenAccept(there -> {});
    }

    private CompletableFuture<Map<String, Object>> related(Optional<RecordId> parent, Map<String, Object> stored) {
        if (parent.isEmpty()) {
            return CompletableFuture.completedFuture(stored);
        }
        RecordId document = RecordId.parse(String.valueOf(stored.get("id")));
        return Futures.compose(
                context.client()
                        .moduleOf(parent.get())
                        .thenCompose(
                                module -> context.client().relations().find(module.orElse(""), null, Files.DOCUMENTS))
                        .thenCompose(relation -> context.client().relations().add(parent.get(), document, relation)),
                (done, failure) -> failure == null
                        ? CompletableFuture.completedFuture(stored)
                        : CompletableFuture.failedFuture(unrelated(parent.get(), document, failure)));
    }

    private static VtigerException unrelated(RecordId parent, RecordId document, Throwable failure) {
        return new ServerFailureException(
                "The document " + document + " is in the CRM, but could not be related to " + parent + ": "
                        + failure.getMessage() + " Relate it with addRelated; another upload would store it twice.",
                FailureContext.of("upload", Files.DOCUMENTS, document.toString()),
                failure);
    }

    private static void answer(Message message, String id, Outcome outcome, Map<String, Object> record) {
        WriteHandler.setOutcome(id, outcome, List.of(), message);
        message.setBody(new VtigerRecord(record));
    }

    private static InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of(VtigerOperation.UPLOAD.uriName(), null, null));
    }
}
