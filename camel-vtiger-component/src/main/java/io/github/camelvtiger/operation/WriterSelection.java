package io.github.camelvtiger.operation;

import io.github.camelvtiger.AmbiguousWrites;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.Files;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.intercept.Interception;
import io.github.camelvtiger.inventory.LineItemUpdate;
import io.github.camelvtiger.proof.CreateTrace;
import io.github.camelvtiger.proof.ProvenWrites;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.camel.Exchange;

/**
 * Gives what writes a record of an exchange, orders with their line items: by the client itself, or with {@code ambiguousWrites=verify} what finds out how
 * an interrupted write ended; shown to the exchange's interceptor if there is one. The traces of creates whose outcome is not known stay with the
 * exchange, so that a redelivery does not make a second record.
 */
final class WriterSelection {

    private static final String TRACES = "CamelVtigerCreateTraces";

    private final VtigerClient client;
    /** Null where nothing is proven. */
    private final ProvenWrites proven;

    private final LineItemUpdate lineItemUpdate;
    private final Executor executor;
    private final String operation;

    WriterSelection(OperationContext context, String operation) {
        VtigerConfiguration options = context.configuration();
        this.client = context.client();
        this.executor = context.executor();
        this.operation = operation;
        this.proven = options.getAmbiguousWrites() == AmbiguousWrites.VERIFY
                ? new ProvenWrites(client, Duration.ofMillis(options.getVerifyDelay()))
                : null;
        this.lineItemUpdate = options.getLineItemUpdate();
    }

    ExchangeWriters of(Exchange exchange) {
        return new ExchangeWriters(
                client,
                lineItemUpdate,
                index -> proven == null ? client : new Traced(exchange, index),
                ShownWrites.interceptor(exchange, operation)
                        .map(interceptor -> new Interception(client, interceptor, executor)));
    }

    /** Stores a document with its file, by the client itself or proven. */
    CompletableFuture<Map<String, Object>> upload(Exchange exchange, Map<String, Object> document, FormFile file) {
        return proven == null
                ? client.files().upload(document, file)
                : traced(exchange, 0, Files.DOCUMENTS, document, trace -> proven.upload(document, file, trace));
    }

    /** Which create it is: the same record at the same place, sent by the same endpoint. */
    private record Create(WriterSelection owner, int index, String module, Map<String, ?> record) {}

    private CompletableFuture<Map<String, Object>> traced(
            Exchange exchange,
            int index,
            String module,
            Map<String, ?> record,
            Function<CreateTrace, CompletableFuture<Map<String, Object>>> call) {
        Map<Create, CreateTrace> traces = traces(exchange);
        Create create = new Create(this, index, module, new LinkedHashMap<>(record));
        CreateTrace trace = traces.computeIfAbsent(create, key -> CreateTrace.begin());
        return call.apply(trace).whenComplete((created, failure) -> {
            if (failure == null || !trace.isDoubtful()) {
                traces.remove(create);
            }
        });
    }

    private final class Traced implements CrmWriter {

        private final Exchange exchange;
        private final int index;

        Traced(Exchange exchange, int index) {
            this.exchange = exchange;
            this.index = index;
        }

        @Override
        public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
            return traced(exchange, index, module, record, trace -> proven.create(module, record, trace));
        }

        @Override
        public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
            return proven.update(record);
        }

        @Override
        public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
            return proven.revise(record);
        }

        @Override
        public CompletableFuture<Void> delete(RecordId id) {
            return proven.delete(id);
        }
    }

    /** The records of a batch may be written at the same time. */
    @SuppressWarnings("unchecked") // set here only
    private static synchronized Map<Create, CreateTrace> traces(Exchange exchange) {
        Map<Create, CreateTrace> traces = exchange.getProperty(TRACES, Map.class);
        if (traces == null) {
            traces = new ConcurrentHashMap<>();
            exchange.setProperty(TRACES, traces);
        }
        return traces;
    }
}
