package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.crm.RawRequest;
import io.github.camelvtiger.crm.RawRequests;
import io.github.camelvtiger.http.FormFile;
import io.github.camelvtiger.http.HttpMethod;
import io.github.camelvtiger.values.FieldValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Any operation of the server: {@code path} names it, a Map body holds its parameters. Parameters may be in the path as
 * well ({@code /describe?elementType={module}}); a {@code {name}} is the value in the Map body, else the header. Files among
 * the parameters make the form multipart; content of another type than JSON and forms is sent as it is.
 */
final class RequestHandler implements OperationHandler {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private static final Pattern OPERATION =
            Pattern.compile("(?!\\.+(/|$))([\\w.~%-]|\\{[^{}]+})+(/(?!\\.+(/|$))([\\w.~%-]|\\{[^{}]+})+)*");

    private final OperationContext context;

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
        if (method != null && HttpMethod.named(method).isEmpty()) {
            throw new IllegalArgumentException(notAMethod(method));
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        String template = context.configuration().getPath();
        if (template == null || template.isBlank()) {
            throw invalid("The operation request needs the option path, such as /describe?elementType={module}.");
        }
        RequestBody body = RequestBody.of(exchange);
        Map<String, Object> parameters = body.parameters();
        int question = template.indexOf('?');
        String path = fill(
                question < 0 ? template : template.substring(0, question),
                parameters,
                message,
                RequestHandler::encoded);
        if (question >= 0) {
            addParameters(template.substring(question + 1), parameters, message);
        }
        parameters.replaceAll(RequestHandler::plain);
        HttpMethod method = method(body);
        if (method != HttpMethod.GET) {
            ShownWrites.requireNoInterceptor(exchange, VtigerOperation.REQUEST.uriName());
        }
        RawRequest request = new RawRequest(path, method, parameters, headers(message), body.raw());
        RawRequests requests = context.client().requests();
        return requests.requireServed(request)
                .thenCompose(served -> context.configuration().isRawPayload()
                        ? requests.stream(request).thenAccept(answer -> {
                            RouteEnd.close(exchange, answer);
                            message.setBody(answer);
                        })
                        : requests.result(request).thenAccept(message::setBody));
    }

    private HttpMethod method(RequestBody body) {
        String method = context.configuration().getMethod();
        return method == null
                ? body.isPresent() ? HttpMethod.POST : HttpMethod.GET
                : HttpMethod.named(method).orElseThrow(() -> invalid(notAMethod(method)));
    }

    private static String notAMethod(String method) {
        return "The option method=" + method + " is not a method of HTTP that a CRM takes; use "
                + Arrays.stream(HttpMethod.values()).map(Enum::name).collect(Collectors.joining(", ")) + ".";
    }

    private static Map<String, String> headers(Message message) {
        Object given = message.getHeader(VtigerConstants.HTTP_HEADERS);
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof Map<?, ?> headers)) {
            throw invalid(
                    "The header " + VtigerConstants.HTTP_HEADERS + " must be a Map of names and values, but is of type "
                            + given.getClass().getName() + ".");
        }
        Map<String, String> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (value != null) {
                sent.put(String.valueOf(name), value.toString());
            }
        });
        return sent;
    }

    /** A value in a path is one segment, whatever characters it has. */
    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    private static void addParameters(String query, Map<String, Object> parameters, Message message) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = fill(pair.substring(equals + 1), parameters, message, UnaryOperator.identity());
                parameters.put(pair.substring(0, equals), value);
            } else if (!pair.isBlank()) {
                throw invalid("The option path has '" + pair + "' behind the question mark, which is not name=value.");
            }
        }
    }

    /** A placeholder's value is used up: the server would refuse a parameter that its operation does not have. */
    private static String fill(
            String template, Map<String, Object> parameters, Message message, UnaryOperator<String> form) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(form.apply(value(found.group(1), parameters, message))));
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
        return isFile(value) ? value : form(name, value, FieldValues::parameter);
    }

    private static boolean isFile(Object value) {
        return value instanceof FormFile
                || value instanceof Collection<?> all
                        && !all.isEmpty()
                        && all.stream().allMatch(FormFile.class::isInstance);
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
