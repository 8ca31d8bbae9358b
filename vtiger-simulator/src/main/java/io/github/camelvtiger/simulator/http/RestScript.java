package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Explained;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.rest.BasicLogin;
import io.github.camelvtiger.simulator.rest.RestLimits;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Vtiger Cloud does between request and reply: login, limits, operation ({@code cloud-rest.md §1}). An array is
 * taken like the text of its JSON.
 */
public final class RestScript {

    private final Operations operations;
    private final BasicLogin login;
    private final Optional<RestLimits> limits;
    private final Map<String, String> version;
    private final boolean displayErrors;

    /**
     * @param limits empty for as many calls as anybody likes, and no headers about them
     * @param version of Vtiger, sent with every answer to a user
     * @param displayErrors whether a PHP error leaves the status at 200
     */
    public RestScript(
            Operations operations,
            BasicLogin login,
            Optional<RestLimits> limits,
            String version,
            boolean displayErrors) {
        this.operations = operations;
        this.login = login;
        this.limits = limits;
        this.version = Map.of("X-Vtiger-Version", version);
        this.displayErrors = displayErrors;
    }

    /**
     * @param name of the operation, in any case
     * @param authorization the header of that name; null if there is none
     */
    Reply run(String name, ServerRequest request, String authorization) throws InterruptedException {
        Optional<CrmUser> user = login.user(authorization);
        if (user.isEmpty()) {
            return Reply.html("")
                    .withStatus(401)
                    .withHeaders(Map.of("WWW-Authenticate", "Basic realm=\"vtiger\""))
                    .because(Explanation.of(
                            authorization == null
                                    ? "the call has no header Authorization"
                                    : "no user has this name and access key"));
        }
        return limited(name, request, user.get()).withHeaders(version);
    }

    private Reply limited(String name, ServerRequest request, CrmUser user) throws InterruptedException {
        if (limits.isEmpty()) {
            return admitted(name, request, user);
        }
        RestLimits.Admission admission = limits.get().admit();
        Reply reply = admission.refused()
                ? Reply.html("").withStatus(429).because(Explanation.of(admission.refusal()))
                : admitted(name, request, user);
        return reply.withHeaders(admission.headers());
    }

    private Reply admitted(String name, ServerRequest request, CrmUser user) throws InterruptedException {
        Reply reply = reply(operations.named(name.toLowerCase(Locale.ROOT)).orElse(null), name, request, user);
        return displayErrors && reply.status() == 500 ? reply.withStatus(200) : reply;
    }

    private Reply reply(Operation operation, String name, ServerRequest request, CrmUser user)
            throws InterruptedException {
        if (operation == null) {
            return failure(new WebserviceException("UNKNOWN_OPERATION", "Unknown operation requested"))
                    .because(RequestDiagnosis.unknownOperation(name, operations.names()));
        }
        Map<String, String> parameters =
                request.of(operation.method()).withArraysAsJson().truthyTexts();
        try {
            Explained answer = Explained.of(
                    operation.execute(new Call(user, null, request.method(), parameters, request.files())));
            return Reply.result(answer.result()).because(answer.why());
        } catch (WebserviceException e) {
            return failure(e).because(RequestDiagnosis.of(request, operation, e.why()));
        } catch (RuntimeException e) {
            return CrashReply.of(e, request, operation);
        }
    }

    private static Reply failure(WebserviceException failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code());
        error.put("message", failure.getMessage());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", false);
        envelope.put("error", error);
        return Reply.json(PhpJson.encoded(envelope))
                .withStatus(400)
                .withReason(failure.getMessage().replaceAll("[^ -~]", "?"));
    }
}
