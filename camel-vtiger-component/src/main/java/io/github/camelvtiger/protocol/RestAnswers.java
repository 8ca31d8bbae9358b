package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpAnswer;
import java.util.Optional;

/**
 * What answers of the REST API mean: a status that says it, an envelope, or the message in the status line alone
 * ({@code cloud-rest.md §1}).
 */
final class RestAnswers {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ClientSettings settings;
    private final UnusableAnswers unusable;
    private final Json json;

    RestAnswers(ClientSettings settings, UnusableAnswers unusable, Json json) {
        this.settings = settings;
        this.unusable = unusable;
        this.json = json;
    }

    /** The result or failure that an answer holds; empty where its status alone decides, or it is none of the API's. */
    Optional<Envelope> envelope(HttpAnswer answer, ServerText texts) {
        int status = answer.status();
        if (status == UNAUTHORIZED || status == TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        Optional<Envelope> inBody = Envelope.find(answer.body(), json)
                .or(() -> Envelope.whole(answer.body(), json))
                .filter(envelope -> status < 300 || !envelope.success());
        return inBody.or(() -> StatusLine.failure(answer.head())).map(envelope -> envelope.cleaned(texts));
    }

    /** Whether another attempt at a read may be answered better. */
    boolean mayPass(HttpAnswer answer) {
        return answer.status() == 200 || answer.status() == TOO_MANY_REQUESTS || answer.status() >= 500;
    }

    /** What to report of an answer that holds neither result nor failure. */
    VtigerException failure(HttpAnswer answer, ServerCall call, ServerText texts) {
        FailureContext context = call.failureContext().withAnswer(null, answer.status());
        return switch (answer.status()) {
            case UNAUTHORIZED ->
                new AuthenticationException(
                        "The CRM at " + settings.url() + " refused the user '" + settings.username()
                                + "' (HTTP 401): check the options username and accessKey (My Preferences in Vtiger shows it;"
                                + " it is not the password), and whether the account is restricted to other addresses.",
                        context);
            case FORBIDDEN ->
                new AccessDeniedException(
                        "The CRM at " + settings.url() + " refused " + call
                                + " (HTTP 403): check the rights of the user, and whether the account is restricted to other addresses.",
                        context);
            case TOO_MANY_REQUESTS -> limited(answer, call, context);
            case NOT_FOUND ->
                new TransportException(
                        settings.restAddress() + " answered HTTP 404 to " + call
                                + ": there is no REST API of Vtiger Cloud at this address, or it has no such operation; correct the option"
                                + " url, or set protocol=webservice for an open-source Vtiger.",
                        context);
            default -> unusable.withoutEnvelope(answer, call, texts);
        };
    }

    private RateLimitedException limited(HttpAnswer answer, ServerCall call, FailureContext context) {
        String asked = answer.retryAfter() == null
                ? ""
                : ", and asks to wait " + answer.retryAfter().toSeconds() + " s";
        return new RateLimitedException(
                "The CRM at " + settings.url() + " did not take " + call
                        + ", since the limit of calls is used up (HTTP 429" + asked
                        + "); try again later, raise maxRetryAfter, or lower requestsPerMinute.",
                context);
    }
}
