package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.schema.RecordSchema;

/** The handlers of describe, jsonSchema, listTypes and me: what the CRM reports of itself. */
final class MetadataHandlers {

    private MetadataHandlers() {}

    static OperationHandler describe(OperationContext context) {
        return exchange -> context.client()
                .describe(context.requireModule(exchange.getMessage(), VtigerOperation.DESCRIBE))
                .thenApply(ModuleDescription::raw)
                .thenApply(VtigerRecord::new)
                .thenAccept(exchange.getMessage()::setBody);
    }

    static OperationHandler jsonSchema(OperationContext context) {
        RecordSchemas schemas = new RecordSchemas(context.client());
        return exchange -> schemas.of(context.requireModule(exchange.getMessage(), VtigerOperation.JSON_SCHEMA))
                .thenApply(RecordSchema::document)
                .thenApply(VtigerRecord::new)
                .thenAccept(exchange.getMessage()::setBody);
    }

    static OperationHandler listTypes(OperationContext context) {
        return exchange ->
                context.client().listTypes().thenApply(JsonList::new).thenAccept(exchange.getMessage()::setBody);
    }

    static OperationHandler me(OperationContext context) {
        return exchange ->
                context.client().me().thenApply(VtigerRecord::new).thenAccept(exchange.getMessage()::setBody);
    }
}
