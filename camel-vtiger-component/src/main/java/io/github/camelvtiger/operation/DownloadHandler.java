package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.DownloadedFile;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A file by the id of its document, of itself, or of the record whose image it is, as a stream that is read while it comes. */
final class DownloadHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("download");
    private final RecordIds ids = new RecordIds(bodies);

    DownloadHandler(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        RecordId id = ids.toRead(OperationContext.idHeader(message), bodies.read(exchange));
        CompletableFuture<DownloadedFile> file = context.client().files().download(id);
        return NotFound.as(file, context.configuration().getNotFoundBehaviour()).thenAccept(found -> {
            message.setHeader(VtigerConstants.RECORD_ID, id.toString());
            message.setBody(null);
            if (found != null) {
                answer(exchange, found);
            }
        });
    }

    private static void answer(Exchange exchange, DownloadedFile file) {
        Message message = exchange.getMessage();
        RouteEnd.close(exchange, file.content());
        message.setBody(file.content());
        message.setHeader(Exchange.FILE_NAME, file.name());
        if (file.type().isEmpty()) {
            message.removeHeader(Exchange.CONTENT_TYPE);
        } else {
            message.setHeader(Exchange.CONTENT_TYPE, file.type());
        }
        if (file.length() < 0) {
            message.removeHeader(Exchange.FILE_LENGTH);
        } else {
            message.setHeader(Exchange.FILE_LENGTH, file.length());
        }
    }
}
