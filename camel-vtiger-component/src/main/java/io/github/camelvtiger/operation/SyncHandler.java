package io.github.camelvtiger.operation;

import io.github.camelvtiger.SyncType;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.changes.StartFrom;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One call of the server's {@code sync}. The header with the time says after which second; what the server answers as the
 * time to go on with becomes that header, so that the next call continues.
 */
final class SyncHandler implements OperationHandler {

    private final OperationContext context;
    private final StartFrom startFrom;
    private final String type;

    SyncHandler(OperationContext context) {
        this.context = context;
        this.startFrom = StartFrom.parse(context.configuration().getStartFrom());
        SyncType chosen = context.configuration().getSyncType();
        this.type = chosen == null ? null : chosen.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        String module = context.requireModule(message, VtigerOperation.SYNC);
        return since(message)
                .thenCompose(time -> context.client().syncs().since(module, time, type))
                .thenAccept(answer -> {
                    message.setBody(new VtigerRecord(answer));
                    String last = String.valueOf(answer.get("lastModifiedTime"));
                    if (last.matches("\\d{1,15}")) {
                        message.setHeader(VtigerConstants.MODIFIED_TIME, Instant.ofEpochSecond(Long.parseLong(last)));
                    }
                });
    }

    /** The server reports what is later than a second; startFrom is inclusive. */
    private CompletableFuture<Instant> since(Message message) {
        Object header = message.getHeader(VtigerConstants.MODIFIED_TIME);
        if (header != null && !header.toString().isBlank()) {
            return CompletableFuture.completedFuture(instant(header));
        }
        return switch (startFrom.kind()) {
            case NOW -> context.client().challengeTime(Duration.ZERO);
            case BEGINNING -> CompletableFuture.completedFuture(Instant.EPOCH);
            case INSTANT ->
                CompletableFuture.completedFuture(startFrom.instant().minusSeconds(1));
        };
    }

    private static Instant instant(Object header) {
        if (header instanceof Instant instant) {
            return instant;
        }
        if (header instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        String text = header.toString().strip();
        if (text.matches("\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        try {
            return StartFrom.instantOf("The header " + VtigerConstants.MODIFIED_TIME, text);
        } catch (IllegalArgumentException none) {
            throw new InvalidRecordException(none.getMessage(), FailureContext.of("sync", null, null));
        }
    }
}
