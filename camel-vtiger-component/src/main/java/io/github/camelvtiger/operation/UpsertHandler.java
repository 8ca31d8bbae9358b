package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.upsert.TruncatedTexts;
import io.github.camelvtiger.upsert.UpsertSettings;
import io.github.camelvtiger.upsert.UpsertTarget;
import io.github.camelvtiger.upsert.Upserts;
import io.github.camelvtiger.upsert.WriteResult;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.WriteKind;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Upserts the record of the body, or each record of a batch, answering as the other writes do. */
final class UpsertHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("upsert");
    private final WriterSelection selection;
    private final WritePipeline prepared;
    private final BatchExchange batches;
    private final TruncatedTexts truncated = new TruncatedTexts();

    UpsertHandler(OperationContext context) {
        this.context = context;
        this.selection = new WriterSelection(context, bodies.operation());
        this.prepared = context.preparedWrites();
        this.batches = new BatchExchange(bodies.operation(), context.configuration());
    }

    /** @throws IllegalArgumentException where nothing says what makes a record the same */
    static void requireMatchFields(VtigerConfiguration configuration) {
        if (UpsertSettings.fieldNames(configuration.getMatchFields()).isEmpty()) {
            throw new IllegalArgumentException(
                    "The operation upsert needs the option matchFields, the fields by whose values it finds the record, such as matchFields=email.");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Optional<CompletableFuture<Void>> failed = batches.failedForGood(exchange);
        if (failed.isPresent()) {
            return failed.get();
        }
        Message message = exchange.getMessage();
        String module = context.requireModule(message, VtigerOperation.UPSERT);
        Upserts upserts = upserts(module, exchange);
        Object body = bodies.read(exchange);
        Optional<Iterator<?>> batch = bodies.batch(body);
        return batch.isPresent()
                ? batches.write(
                        exchange,
                        batch.get(),
                        (rows, index) -> upserts.write(
                                module, namesAhead(rows, module), index, writes(module, exchange), batches::kept))
                : upserts.write(
                                module,
                                List.of(bodies.record(body)).iterator(),
                                IntUnaryOperator.identity(),
                                writes(module, exchange),
                                UnaryOperator.identity())
                        .thenAccept(result -> answer(result.items().get(0), message));
    }

    /** A hundred rows at a time, as the upsert takes them. */
    private Iterator<?> namesAhead(Iterator<?> rows, String module) {
        return NamesAhead.ahead(rows, prepared.preparation(), WriteKind.UPSERT, bodies, Optional.of(module));
    }

    private Upserts upserts(String module, Exchange exchange) {
        VtigerConfiguration options = context.configuration();
        List<String> matchFields = UpsertSettings.fieldNames(
                ActionMessage.option(exchange, ActionParameter.MATCH_FIELDS).orElse(options.getMatchFields()));
        if (matchFields.isEmpty()) {
            throw new InvalidRecordException(
                    "The header " + VtigerConstants.OPERATION
                            + " asks for upsert, but the endpoint has no option matchFields.",
                    FailureContext.of("upsert", null, null));
        }
        return new Upserts(
                context.client(),
                context.upsertKeys(),
                new UpsertSettings(
                        matchFields,
                        options.getOnMultiple(),
                        options.isStopOnError(),
                        options.getParallelism(),
                        options.getLineItemUpdate()),
                new FieldValues(module, ZoneId.systemDefault()),
                truncated,
                context.executor());
    }

    private UpsertTarget writes(String module, Exchange exchange) {
        ExchangeWriters writers = selection.of(exchange);
        return new UpsertTarget() {
            @Override
            public CompletableFuture<Map<String, Object>> prepared(Object row) {
                return prepared.preparation()
                        .prepare(WriteKind.UPSERT, Optional.of(module), bodies.record(row))
                        .thenApply(PreparedRecord::element);
            }

            @Override
            public CompletableFuture<WriteResult> create(int index, Map<String, Object> record) {
                return prepared.create(module, record, writers.of(index));
            }

            @Override
            public CompletableFuture<WriteResult> revise(
                    int index, Map<String, Object> fields, Map<String, Object> stored) {
                return prepared.change(WriteKind.REVISE, Optional.of(module), fields, writers.ofKnown(index, stored));
            }

            @Override
            public CompletableFuture<WriteResult> reviseUncreated(
                    int index, Map<String, Object> fields, Map<String, Object> stored) {
                return writers.unsent(index, module, fields, stored);
            }
        };
    }

    private static void answer(BatchItem item, Message message) {
        if (item.error() != null) {
            throw item.error();
        }
        WriteHandler.answer(item, message);
    }
}
