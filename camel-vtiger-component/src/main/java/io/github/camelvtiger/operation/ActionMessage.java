package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.crm.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A message that is turned into that of another operation for one call. What the action's input may name is taken from the
 * input only, and not from headers that an earlier step left. Afterwards the headers are what they were, apart from those of
 * the answer, and if the call failed, so is the body: the error handler may send it again.
 */
final class ActionMessage {

    /** Headers that name what was asked for, and are part of the answer as well. */
    private static final Set<String> OF_THE_ANSWER =
            Set.of(VtigerConstants.RECORD_ID, VtigerConstants.RELATED_ID, VtigerConstants.MODIFIED_TIME);

    /** Writes refuse a header with another id than that of the body; it may be left over, and their message says so. */
    private static final Map<CrmAction, String> BY_BODY = Map.of(
            CrmAction.UPDATE_RECORD, "id",
            CrmAction.DELETE_RECORD, "id",
            CrmAction.CONVERT_LEAD, "leadId");

    /** Exchange properties, which no other system can set. */
    private static final String OPTION = "CamelVtigerActionOption.";

    private final Exchange exchange;
    private final Message message;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final Object body;
    private final Object consumedModule;

    ActionMessage(Exchange exchange) {
        this.exchange = exchange;
        this.message = exchange.getMessage();
        this.body = message.getBody();
        this.consumedModule = exchange.getProperty(VtigerConstants.CONSUMER_MODULE);
    }

    /** What the input of an action names in place of an option of the endpoint. */
    static Optional<String> option(Exchange exchange, ActionParameter parameter) {
        return Optional.ofNullable(exchange.getProperty(OPTION + parameter.jsonName(), String.class));
    }

    void turn(CrmAction action, Map<String, Object> input) {
        Map<String, Object> parts = new LinkedHashMap<>();
        message.setBody(null);
        for (ActionParameter parameter : action.parameters()) {
            Object value = input.get(parameter.jsonName());
            switch (parameter.place()) {
                case HEADER -> {
                    if (parameter == ActionParameter.ID && BY_BODY.containsKey(action)) {
                        parts.put(BY_BODY.get(action), value);
                    } else {
                        setHeader(parameter.header(), value);
                    }
                }
                case BODY -> message.setBody(parameter == ActionParameter.CONTENT ? content(value) : value);
                case PART_OF_BODY -> {
                    if (value != null) {
                        parts.put(parameter.jsonName(), value);
                    }
                }
                case OPTION -> setOption(parameter, value);
            }
        }
        if (message.getBody() instanceof Map<?, ?> record) {
            record.forEach((name, value) -> parts.putIfAbsent(String.valueOf(name), value));
        }
        if (!parts.isEmpty()) {
            message.setBody(parts);
        }
        if (action == CrmAction.UPLOAD_DOCUMENT) {
            setHeader(VtigerConstants.MODULE, Files.DOCUMENTS);
        }
        if (headers.containsKey(VtigerConstants.MODULE)) {
            // The module was chosen for this call, even if it is that of the consumer.
            exchange.removeProperty(VtigerConstants.CONSUMER_MODULE);
        }
    }

    private void setHeader(String name, Object value) {
        headers.put(name, message.getHeader(name));
        restore(name, value);
    }

    private void restore(String name, Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }

    private static byte[] content(Object value) {
        try {
            return Base64.getMimeDecoder().decode(value.toString());
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidRecordException(
                    "The input of the action does not match its schema: 'content' is not base64 ("
                            + notBase64.getMessage() + ").",
                    FailureContext.of("upload", null, null));
        }
    }

    private void setOption(ActionParameter parameter, Object value) {
        if (value != null) {
            String text = value instanceof Collection<?> several
                    ? several.stream().map(Objects::toString).collect(Collectors.joining(","))
                    : value.toString();
            exchange.setProperty(OPTION + parameter.jsonName(), text);
            options.add(OPTION + parameter.jsonName());
        }
    }

    void end(boolean answered) {
        headers.forEach((name, value) -> {
            if (!answered || !OF_THE_ANSWER.contains(name)) {
                restore(name, value);
            }
        });
        options.forEach(exchange::removeProperty);
        if (consumedModule != null) {
            exchange.setProperty(VtigerConstants.CONSUMER_MODULE, consumedModule);
        }
        if (!answered) {
            message.setBody(body);
        }
    }
}
