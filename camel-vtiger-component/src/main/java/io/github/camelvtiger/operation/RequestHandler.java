package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.values.FieldValues;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/**
 * Any operation of the server: {@code path} names it, a Map body holds its parameters. Parameters may be in the path as
 * well ({@code /describe?elementType={module}}); a {@code {name}} is the value in the Map body, else the header.
 */
final class RequestHandler implements OperationHandler {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private static final Pattern OPERATION = Pattern.compile("([A-Za-z0-9_.]|\\{[^{}]+})+");
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("request");

    RequestHandler(OperationContext context) {
        this.context = context;
    }

    /** @throws IllegalArgumentException if the options name nothing that the server could be asked for */
    static void requireCallable(VtigerConfiguration options) {
        String path = options.getPath();
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(
                    "The operation request needs the option path, such as /describe?elementType={module}.");
        }
        int question = path.indexOf('?');
        String operation =
                (question < 0 ? path : path.substring(0, question)).strip().replaceFirst("^/+", "");
        if (!OPERATION.matcher(operation).matches()) {
            throw new IllegalArgumentException(
                    "The option path=" + path
                            + " does not name an operation of the server; write it like /listtypes or /describe?elementType={module}.");
        }
        String method = options.getMethod();
        if (method != null && !METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "The option method=" + method + " is not one of the server's methods; use GET or POST.");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        String template = context.configuration().getPath();
        if (template == null || template.isBlank()) {
            throw invalid("The operation request needs the option path, such as /describe?elementType={module}.");
        }
        requireNoFile(message.getBody());
        Object body = bodies.read(exchange);
        Map<String, Object> parameters = parameters(body);
        String method = context.configuration().getMethod() != null
                ? context.configuration().getMethod()
                : body == null ? "GET" : "POST";
        int question = template.indexOf('?');
        String path = fill(question < 0 ? template : template.substring(0, question), parameters, message);
        if (question >= 0) {
            addParameters(template.substring(question + 1), parameters, message);
        }
        parameters.replaceAll(RequestHandler::plain);
        VtigerClient client = context.client();
        CompletableFuture<?> answer = context.configuration().isRawPayload()
                ? client.requestRaw(path, method, parameters).thenApply(ByteArrayInputStream::new)
                : client.request(path, method, parameters);
        return answer.thenAccept(message::setBody);
    }

    /** A body may itself be a file that holds JSON; a file among its values would get lost. */
    private static void requireNoFile(Object body) {
        if (body instanceof Map<?, ?> map && map.values().stream().anyMatch(RequestHandler::holdsFile)) {
            throw invalid(
                    "A value in the body of the operation request is a file, which it cannot send: the server would"
                            + " store an empty one; send text, numbers, booleans, Maps and Lists.");
        }
    }

    private static boolean holdsFile(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(RequestHandler::holdsFile);
        }
        return value instanceof Collection<?> collection
                ? collection.stream().anyMatch(RequestHandler::holdsFile)
                : value instanceof WrappedFile;
    }

    private Map<String, Object> parameters(Object body) {
        if (body == null) {
            return new LinkedHashMap<>();
        }
        if (!(body instanceof Map)) {
            throw invalid("The body of the operation request must be a Map or a JSON object, but is of type "
                    + body.getClass().getName() + "; give the parameters by name, or no body.");
        }
        return bodies.record(body);
    }

    private static void addParameters(String query, Map<String, Object> parameters, Message message) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = fill(pair.substring(equals + 1), parameters, message);
                parameters.put(pair.substring(0, equals), value);
            } else if (!pair.isBlank()) {
                throw invalid("The option path has '" + pair + "' behind the question mark, which is not name=value.");
            }
        }
    }

    /** A placeholder's value is used up: the server would refuse a parameter that its operation does not have. */
    private static String fill(String template, Map<String, Object> parameters, Message message) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), parameters, message)));
    }

    private static String value(String name, Map<String, Object> parameters, Message message) {
        Object value = parameters.containsKey(name) ? parameters.remove(name) : message.getHeader(name);
        Object text = form(name, value, FieldValues::text);
        if (text == null) {
            throw invalid("The option path names {" + name
                    + "}, but neither the Map body nor the headers have a value of that name.");
        }
        return text.toString();
    }

    private static Object plain(String name, Object value) {
        return form(name, value, FieldValues::parameter);
    }

    /** Languages such as jq put the nodes of JSON into headers. */
    private static Object form(String name, Object value, BiFunction<FieldValues, Object, Object> form) {
        Object given = value instanceof JsonNode tree ? RecordJson.structure(tree, "request") : value;
        try {
            return form.apply(new FieldValues("", ZoneId.systemDefault()), given);
        } catch (IllegalArgumentException noForm) {
            throw invalid("The parameter " + name + " of the request " + noForm.getMessage() + ".");
        }
    }

    private static InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of("request", null, null));
    }
}
