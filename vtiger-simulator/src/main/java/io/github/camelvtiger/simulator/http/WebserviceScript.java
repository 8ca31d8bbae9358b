package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.operation.ScriptEnd;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.session.Session;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code webservice.php} does between request and reply, in its order of checks ({@code webservice.md §1, §3}). */
public final class WebserviceScript {

    private final Operations operations;
    private final SessionRegistry sessions;

    private final boolean displayErrors;

    /** @param displayErrors whether a PHP error leaves the status at 200 ({@code webservice.md §1}) */
    public WebserviceScript(Operations operations, SessionRegistry sessions, boolean displayErrors) {
        this.operations = operations;
        this.sessions = sessions;
        this.displayErrors = displayErrors;
    }

    Reply run(ServerRequest request) throws InterruptedException {
        Reply reply = reply(request);
        return displayErrors && reply.status() == 500 ? reply.withStatus(200) : reply;
    }

    private Reply reply(ServerRequest request) throws InterruptedException {
        PhpParameters merged = request.merged();
        // The database that has the names ignores spaces at the end.
        Operation operation =
                operations.named(request.operation().replaceFirst(" +$", "")).orElse(null);
        if (operation == null || merged.arrays().containsKey("sessionName")) {
            return Reply.crash(
                    Reply.HTML, false, RequestDiagnosis.unknownOperation(request.operation(), operations.names()));
        }
        String format = merged.text("format");
        if (!format.isEmpty() && !"json".equalsIgnoreCase(format)) {
            return Reply.crash(Reply.JSON, true, new Explanation("there is no format " + format, "format=json"));
        }
        try {
            return runWithin(session(request, operation), operation, request);
        } catch (WebserviceException e) {
            return Reply.json(failure(e)).because(RequestDiagnosis.of(request, operation, e.why()));
        } catch (ScriptEnd e) {
            return CrashReply.text(e, operation);
        } catch (RuntimeException e) {
            return CrashReply.of(e, request, operation);
        }
    }

    /** The session that the request names; empty if it names none and needs none. */
    private Optional<Session> session(ServerRequest request, Operation operation) {
        String name = request.merged().text("sessionName");
        boolean extend = "extendsession".equals(operation.name());
        if (extend && request.post().text("operation").isEmpty()) {
            throw authenticationRequired();
        }
        if (extend) {
            String adopted = request.sessionCookie().isEmpty() ? name : request.sessionCookie();
            if (request.merged().texts().containsKey("PHPSESSID") || adopted.isEmpty()) {
                return Optional.empty();
            }
            return sessions.use(adopted).or(() -> Optional.of(sessions.begin(adopted)));
        }
        if (name.isEmpty() || "null".equalsIgnoreCase(name)) {
            if (!operation.preLogin()) {
                throw authenticationRequired();
            }
            return Optional.empty();
        }
        return Optional.of(sessions.use(name).orElseThrow(() -> invalidSession(name)));
    }

    private Reply runWithin(Optional<Session> session, Operation operation, ServerRequest request)
            throws InterruptedException {
        if (session.isEmpty()) {
            return execute(null, operation, request);
        }
        session.get().lock().lockInterruptibly();
        try {
            // While it waited for its turn the session may have ended.
            String name = session.get().name();
            sessions.use(name).orElseThrow(() -> invalidSession(name));
            return execute(session.get(), operation, request);
        } finally {
            session.get().lock().unlock();
        }
    }

    private static Reply execute(Session session, Operation operation, ServerRequest request)
            throws InterruptedException {
        PhpParameters parameters = request.of(operation.method());
        if (parameters.arrays().keySet().stream()
                .anyMatch(name -> RegisteredParameters.reads(operation.name(), name))) {
            throw new ServerCrash(
                    "parameter sent as an array: " + parameters.arrays().keySet());
        }
        if (session != null && session.user() == null && !operation.preLogin()) {
            throw new ServerCrash("no user is logged in to this session");
        }
        Call call = session == null
                ? new Call(null, null, request.method(), parameters.truthyTexts())
                : new Call(session.user(), session.name(), request.method(), parameters.truthyTexts(), request.files());
        Explained answer = Explained.of(operation.execute(call));
        return Reply.result(answer.result()).because(answer.why());
    }

    private static String failure(WebserviceException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", failure.getMessage());
        error.put("code", failure.code());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", false);
        envelope.put("error", error);
        return PhpJson.encoded(envelope);
    }

    private static WebserviceException authenticationRequired() {
        return new WebserviceException("AUTHENTICATION_REQUIRED", "Authencation required")
                .because("the call has no sessionName");
    }

    private WebserviceException invalidSession(String name) {
        return new WebserviceException("INVALID_SESSIONID", "Session Identifier provided is Invalid")
                .because(sessions.whyOver(name));
    }
}
