package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.SimulatorClock;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.RestrictedFile;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.rest.BasicLogin;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses {@code /restapi/v1/vtiger/default/<operation>} of Vtiger Cloud: the same operations without sessions, a
 * failure is HTTP 400 and says why in the status line as well ({@code cloud-rest.md §1}).
 */
public final class RestHandler implements HttpHandler {

    private static final Logger LOG = System.getLogger(RestHandler.class.getName());
    private static final String PREFIX = "/restapi/v1/vtiger/default/";

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final BasicLogin login;
    private final CallJournal journal;
    private final SimulatorClock clock;
    private final RequestReader reader = new RequestReader();
    private final ReplyWriter writer = new ReplyWriter();

    public RestHandler(List<Operation> operations, BasicLogin login, CallJournal journal, SimulatorClock clock) {
        operations.forEach(operation -> this.operations.put(operation.name(), operation));
        this.login = login;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        Instant arrival = clock.now();
        ServerRequest request = reader.read(exchange);
        String path = exchange.getRequestPath();
        String operation = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        Optional<CrmUser> user = login.user(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
        Reply reply;
        if (operation.isEmpty()) {
            reply = Reply.page(404, "Not Found", "The requested URL was not found on this server.");
        } else if (user.isEmpty()) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Basic realm=\"vtiger\"");
            reply = Reply.html("").withStatus(401).because(Explanation.of("no user has this name and access key"));
        } else {
            reply = run(operation, request, user.get(), exchange);
        }
        journal.add(new RecordedCall(
                operation.toLowerCase(Locale.ROOT),
                request.method(),
                request.merged().texts(),
                0,
                reply.status(),
                arrival,
                reply.why()));
        writer.write(exchange, reply, arrival, Duration.ZERO);
    }

    private Reply run(String name, ServerRequest request, CrmUser user, HttpServerExchange exchange)
            throws InterruptedException {
        try {
            Operation operation = operations.get(name.toLowerCase(Locale.ROOT));
            if (operation == null) {
                throw new WebserviceException("UNKNOWN_OPERATION", "Unknown operation requested");
            }
            Map<String, String> parameters = request.of(operation.method()).truthyTexts();
            Explained answer = Explained.of(
                    operation.execute(new Call(user, null, request.method(), parameters, request.files())));
            Map<String, Object> envelope = new LinkedHashMap<>();
            envelope.put("success", true);
            envelope.put("result", answer.result());
            return Reply.json(PhpJson.encoded(envelope)).because(answer.why());
        } catch (WebserviceException e) {
            exchange.setReasonPhrase(e.getMessage().replaceAll("[^ -~]", "?"));
            return Reply.json(failure(e)).withStatus(400);
        } catch (RestrictedFile e) {
            return Reply.html(RestrictedFile.SENTENCE);
        } catch (ServerCrash e) {
            return Reply.crash(Reply.HTML, true, Explanation.of(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the simulator itself failed in operation " + name, e);
            return Reply.crash(Reply.HTML, true, Explanation.of("the simulator itself failed: " + e));
        }
    }

    private static String failure(WebserviceException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code());
        error.put("message", failure.getMessage());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", false);
        envelope.put("error", error);
        return PhpJson.encoded(envelope);
    }
}
