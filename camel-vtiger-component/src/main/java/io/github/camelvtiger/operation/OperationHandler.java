package io.github.camelvtiger.operation;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** One operation: reads the exchange, calls the client and puts the answer into the message. Never blocks on the CRM. */
@FunctionalInterface
public interface OperationHandler {

    /** May throw or end exceptionally; the message is changed only when all went well. */
    CompletableFuture<Void> handle(Exchange exchange);
}
