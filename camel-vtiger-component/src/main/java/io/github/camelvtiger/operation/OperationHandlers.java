package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerOperation;
import java.util.EnumMap;
import java.util.Map;

/** The handlers of the operations that an endpoint serves. */
public final class OperationHandlers {

    private OperationHandlers() {}

    /**
     * @param own the endpoint's operation, which must agree with its options; those that a header may choose besides give
     *     the exchange an exception if they do not
     */
    public static Map<VtigerOperation, OperationHandler> of(VtigerOperation own, OperationContext context) {
        if (context.configuration().isRawPayload()) {
            RawHandler.requireForm(own);
            RawHandler.requireUnproven(own, context.configuration());
            RawHandler.requireUntyped(context.configuration());
        } else {
            StaticQueries.requireReadable(context.configuration());
        }
        if (own == VtigerOperation.UPLOAD) {
            UploadHandler.requireModule(context.module());
        }
        if (own == VtigerOperation.REQUEST) {
            RequestHandler.requireCallable(context.configuration());
        }
        RunHandler.requireKnown(context.configuration().getAction());
        if (own == VtigerOperation.UPSERT) {
            UpsertHandler.requireMatchFields(context.configuration());
        }
        Map<VtigerOperation, OperationHandler> handlers = new EnumMap<>(VtigerOperation.class);
        for (VtigerOperation operation : VtigerOperation.values()) {
            if (operation == own || context.allowed().contains(operation)) {
                handlers.put(operation, handler(operation, context));
            }
        }
        return handlers;
    }

    /** The handler of one operation. */
    static OperationHandler handler(VtigerOperation operation, OperationContext context) {
        if (context.configuration().isRawPayload() && operation != VtigerOperation.REQUEST) {
            return raw(operation, context);
        }
        OperationHandler handler = answering(operation, context);
        return context.configuration().isTypedValues() && TypedAnswers.ofRecords(operation)
                ? new TypedAnswers(handler, operation, context.client())
                : handler;
    }

    private static OperationHandler answering(VtigerOperation operation, OperationContext context) {
        return switch (operation) {
            case CREATE -> RecordHandlers.create(context);
            case RETRIEVE -> new RetrieveHandler(context);
            case UPDATE -> RecordHandlers.update(context);
            case REVISE -> RecordHandlers.revise(context);
            case DELETE -> RecordHandlers.delete(context);
            case UPSERT -> new UpsertHandler(context);
            case QUERY -> QueryHandlers.query(context);
            case COUNT -> QueryHandlers.count(context);
            case EXPORT -> new ExportHandler(context);
            case ME -> MetadataHandlers.me(context);
            case LIST_TYPES -> MetadataHandlers.listTypes(context);
            case DESCRIBE -> MetadataHandlers.describe(context);
            case JSON_SCHEMA -> MetadataHandlers.jsonSchema(context);
            case RELATED_TYPES -> RelationHandlers.relatedTypes(context);
            case RETRIEVE_RELATED -> RelationHandlers.retrieveRelated(context);
            case QUERY_RELATED -> RelationHandlers.queryRelated(context);
            case ADD_RELATED -> unseen(operation, RelationHandlers.addRelated(context));
            case DELETE_RELATED -> unseen(operation, RelationHandlers.deleteRelated(context));
            case LOOKUP -> new LookupHandler(context);
            case SYNC -> new SyncHandler(context);
            case CONVERT_LEAD -> unseen(operation, new ConvertLeadHandler(context));
            case UPLOAD -> unseen(operation, new UploadHandler(context));
            case DOWNLOAD -> new DownloadHandler(context);
            case REQUEST -> new RequestHandler(context);
            case ACTIONS -> new ActionsHandler(context);
            case RUN -> new RunHandler(context);
            case CONNECTIONS -> new ConnectionsHandler(context);
            case CHANGES, WEBHOOK ->
                throw new IllegalArgumentException(operation.uriName() + " is not an operation of a producer");
        };
    }

    private static OperationHandler raw(VtigerOperation operation, OperationContext context) {
        RawHandler handler = new RawHandler(operation, context);
        return RawHandler.writes(operation) ? unseen(operation, handler) : handler;
    }

    private static OperationHandler unseen(VtigerOperation operation, OperationHandler handler) {
        return ShownWrites.refusing(operation.uriName(), handler);
    }
}
