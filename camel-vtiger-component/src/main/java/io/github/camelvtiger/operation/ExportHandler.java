package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.Export;
import io.github.camelvtiger.crm.TypedRecords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;

/**
 * Gives all records of a module as a stream that is read while the route consumes it. It is closed with the exchange, read
 * or not; only where no route runs, as behind a template that sends to the endpoint itself, it belongs to whoever reads it.
 */
final class ExportHandler implements OperationHandler {

    private final OperationContext context;
    private final QueryText queries;

    ExportHandler(OperationContext context) {
        this.context = context;
        this.queries = new QueryText(context);
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        String module = context.requireModule(exchange.getMessage(), VtigerOperation.EXPORT);
        return queries.where(exchange, module)
                .thenCompose(where -> typing(module).thenAccept(typing -> export(exchange, module, where, typing)));
    }

    private CompletableFuture<UnaryOperator<Map<String, Object>>> typing(String module) {
        return context.configuration().isTypedValues()
                ? new TypedRecords(context.client()).ofModule(module)
                : CompletableFuture.completedFuture(UnaryOperator.identity());
    }

    private void export(Exchange exchange, String module, String where, UnaryOperator<Map<String, Object>> typing) {
        RecordStream records = context.client()
                .streams()
                .export(new Export(
                        module,
                        columns(exchange),
                        where,
                        context.configuration().isLineItems(),
                        context.configuration().getParallelism()));
        RouteEnd.close(exchange, records);
        exchange.getMessage().setBody(new Records(records, typing));
    }

    private List<String> columns(Exchange exchange) {
        String columns = ActionMessage.option(exchange, ActionParameter.COLUMNS)
                .orElse(context.configuration().getColumns());
        return columns == null
                ? List.of()
                : Arrays.stream(columns.split(","))
                        .map(String::strip)
                        .filter(column -> !column.isEmpty())
                        .toList();
    }

    private record Records(RecordStream stream, UnaryOperator<Map<String, Object>> typing) implements RecordStream {

        @Override
        public boolean hasNext() {
            return stream.hasNext();
        }

        @Override
        public Map<String, Object> next() {
            return new VtigerRecord(typing.apply(stream.next()));
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
