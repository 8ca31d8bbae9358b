package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Converts a Lead: that of the header, else of {@code leadId} in the body, which is the server's element; or that of a body
 * which is an id or a record.
 */
final class ConvertLeadHandler implements OperationHandler {

    private static final String LEAD = "leadId";
    private static final Set<String> ELEMENT = Set.of(LEAD, "assignedTo", "transferRelatedRecordsTo", "entities");

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("convertLead");
    private final RecordIds ids = new RecordIds(bodies);
    private final ModuleOfId modules;

    ConvertLeadHandler(OperationContext context) {
        this.context = context;
        this.modules = new ModuleOfId(context.client(), "convertLead");
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = bodies.read(exchange);
        Map<String, Object> element = new LinkedHashMap<>();
        Object named = body;
        if (body instanceof Map<?, ?> map && map.keySet().stream().anyMatch(ELEMENT::contains)) {
            element = element(bodies.record(body));
            Object lead = element.remove(LEAD);
            named = lead == null ? element.containsKey("id") ? element.remove("id") : null : lead;
            named = named == null ? null : named.toString();
        }
        Map<String, Object> sent = element;
        RecordId lead = ids.toWrite(OperationContext.idHeader(message), named);
        if (named != body && named != null) {
            requireSame(lead, RecordId.parse(named.toString()));
        }
        return modules.require(lead, Optional.of("Leads"))
                .thenCompose(id -> context.client().leads().convert(id, sent))
                .thenAccept(made -> {
                    message.setBody(new VtigerRecord(made));
                    message.setHeader(VtigerConstants.RECORD_ID, lead.toString());
                });
    }

    private static void requireSame(RecordId ofHeader, RecordId ofBody) {
        if (!ofHeader.equals(ofBody)) {
            throw invalid("The header " + VtigerConstants.RECORD_ID + " names " + ofHeader + ", but the body names "
                    + ofBody + "; nothing was sent. Leave one of them out.");
        }
    }

    private static Map<String, Object> element(Map<String, Object> body) {
        for (String name : body.keySet()) {
            if (!ELEMENT.contains(name) && !name.equals("id")) {
                throw invalid("The body of convertLead has '" + name.replaceAll("\\p{Cntrl}", "?")
                        + "', which the server would ignore; it takes leadId, assignedTo, transferRelatedRecordsTo and"
                        + " entities, and values of the new records belong into entities.");
            }
        }
        FieldValues values = new FieldValues("", ZoneId.systemDefault());
        Map<String, Object> element = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            try {
                element.put(name, value == null ? null : values.parameter(value));
            } catch (IllegalArgumentException noForm) {
                throw invalid("The value of " + name + " of convertLead " + noForm.getMessage() + ".");
            }
        });
        element.values().removeIf(Objects::isNull);
        return element;
    }

    private static InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of("convertlead", "Leads", null));
    }
}
