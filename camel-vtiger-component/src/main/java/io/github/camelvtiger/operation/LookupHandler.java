package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.Lookups;
import io.github.camelvtiger.crm.Lookups.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Finds records by phone number or e-mail address. The body is the number or address, or a Map with {@code value}, and if
 * wanted {@code type} and {@code searchIn}, as Vtiger Cloud's operation takes them.
 */
final class LookupHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("lookup");

    LookupHandler(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = bodies.read(exchange);
        Map<String, Object> asked = body == null || body instanceof CharSequence || body instanceof Number
                ? Map.of("value", Objects.toString(body, ""))
                : bodies.record(body);
        String value = text(asked, "value")
                .or(() -> text(asked, "email"))
                .or(() -> text(asked, "phone"))
                .orElseThrow(
                        () -> invalid("The operation lookup needs a phone number or an e-mail address: give it as body,"
                                + " or in a Map as value, email or phone."));
        Kind kind = text(asked, "type").map(LookupHandler::kind).orElseGet(() -> kindOf(asked, value));
        Lookups lookups = context.client().lookups();
        return places(asked.get("searchIn"), message, lookups)
                .thenCompose(places -> lookups.find(kind, value, places))
                .thenAccept(found -> message.setBody(
                        new JsonList<>(found.stream().map(VtigerRecord::new).toList())));
    }

    private static Optional<String> text(Map<String, Object> asked, String name) {
        return Optional.ofNullable(asked.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Kind kindOf(Map<String, Object> asked, String value) {
        boolean email = asked.containsKey("value") ? value.contains("@") : asked.containsKey("email");
        return email ? Kind.EMAIL : Kind.PHONE;
    }

    private static Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "phone" -> Kind.PHONE;
            case "email", "e-mail" -> Kind.EMAIL;
            default ->
                throw invalid(
                        "The type '" + type.replaceAll("\\p{Cntrl}", "?") + "' of lookup is neither phone nor email.");
        };
    }

    /** The module that was chosen for this operation; without one those of {@code searchIn}, or the usual ones. */
    private CompletableFuture<Map<String, List<String>>> places(Object searchIn, Message message, Lookups lookups) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        if (searchIn instanceof Map<?, ?> named) {
            named.forEach((module, fields) -> places.put(String.valueOf(module), names(fields)));
        } else if (searchIn != null) {
            names(searchIn).forEach(module -> places.put(module, List.of()));
        }
        Optional<String> module = context.chosenModule(message);
        if (module.isPresent()) {
            if (!places.isEmpty() && !places.keySet().equals(Set.of(module.get()))) {
                throw invalid("The body names modules in searchIn, but the URI or the header " + VtigerConstants.MODULE
                        + " names " + module.get() + "; leave one of them out.");
            }
            places.putIfAbsent(module.get(), List.of());
        }
        return places.isEmpty() ? lookups.usualPlaces() : CompletableFuture.completedFuture(places);
    }

    private static List<String> names(Object value) {
        return value instanceof Collection<?> names
                ? names.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(value.toString());
    }

    private static InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of("lookup", null, null));
    }
}
