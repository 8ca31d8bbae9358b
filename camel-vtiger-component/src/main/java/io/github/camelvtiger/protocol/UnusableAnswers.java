package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.HttpAnswer;
import io.github.camelvtiger.http.NoAnswerException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What to say of an answer without an envelope, and of none at all ({@code webservice.md §1}). */
final class UnusableAnswers {

    private static final String ORPHAN = "Sorry! Attempt to access restricted file.";

    private final URI address;

    UnusableAnswers(URI address) {
        this.address = address;
    }

    /** The address did not answer a question that comes before the call, which therefore was not sent. */
    VtigerException notAsked(Throwable failure, ServerCall call) {
        return noAnswer(
                failure,
                new ServerCall(call.operation(), call.method(), true, Map.of(), call.module(), call.recordId()));
    }

    VtigerException noAnswer(Throwable failure, ServerCall call) {
        FailureContext context = call.failureContext();
        boolean maybeSent = !(failure instanceof NoAnswerException known) || known.maybeSent();
        String why = failure instanceof NoAnswerException ? failure.getMessage() : "of an unexpected " + failure;
        if (call.hasFiles()
                && failure instanceof NoAnswerException known
                && known.reason() == NoAnswerException.Reason.INCOMPLETE) {
            return new TransportException(
                    "Nothing was stored by " + call + ", because the end of the request, without which its files mean"
                            + " nothing, was not sent: " + why + ".",
                    context,
                    failure);
        }
        if (call.read() && failure instanceof NoAnswerException known && known.isAnswered()) {
            return new ServerFailureException(
                    "The answer of " + address + " to " + call + " cannot be used: " + why + ".", context, failure);
        }
        if (failure instanceof NoAnswerException known && known.reason() == NoAnswerException.Reason.HELD_BACK) {
            return new RateLimitedException(call + " was not sent to " + address + ": " + why + ".", context, failure);
        }
        return maybeSent && !call.read()
                ? new AmbiguousWriteException(
                        "It is not known whether " + call + " happened: " + why
                                + "; it was not repeated. Look for the record before you do.",
                        context,
                        failure)
                : new TransportException(
                        "No answer from " + address + " for " + call + ": " + why + ".", context, failure);
    }

    /** The session had ended when the file was sent, and the file can be sent once only. */
    VtigerException sentForNothing(ServerCall call) {
        return new TransportException(
                "Nothing was stored by " + call
                        + ", because the session ended before the file was sent, and the file is a"
                        + " stream that can be sent once only; send it again, or give a File, a Path or a byte[].",
                call.failureContext());
    }

    /** @param texts knows the secrets that the call carried */
    VtigerException withoutEnvelope(HttpAnswer answer, ServerCall call, ServerText texts) {
        FailureContext context = call.failureContext().withAnswer(null, answer.status());
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return new TransportException(
                    address + " answered HTTP " + status + ", a redirect to " + target(answer.location(), texts)
                            + ", which is not followed; set the option url to where the CRM is.",
                    context);
        }
        if (status == 429 || status == 503 && answer.retryAfter() != null && call.read()) {
            return rateLimited(answer, context);
        }
        String what = "HTTP " + status + " with " + excerpt(answer, texts);
        if (status == 413) {
            return new InvalidRecordException(
                    "The web server at " + address + " takes no request as large as " + call
                            + " (HTTP 413); raise its limit: LimitRequestBody in Apache, client_max_body_size in nginx.",
                    context);
        }
        if (status == 411) {
            return new InvalidRecordException(
                    "The web server at " + address + " wants to know the length of " + call
                            + " beforehand (HTTP 411), which a stream does not have; give a File, a Path or a byte[].",
                    context);
        }
        if (status == 404) {
            return new TransportException(
                    address + " answered " + what
                            + ": there is no Vtiger at this address, or a proxy before it does not"
                            + " find it; correct the option url, and check the proxies.",
                    context);
        }
        if (status == 407) {
            return new TransportException(
                    "The proxy between here and " + address
                            + " asks for a login (HTTP 407); set proxyAuthUsername and proxyAuthPassword.",
                    context);
        }
        if (status == 401 || status == 403) {
            return new TransportException(
                    address + " is guarded by another server, which answered " + what
                            + "; check the option url and the proxy options.",
                    context);
        }
        if (call.read()) {
            return new ServerFailureException(
                    "The server answered " + call + " with " + what + " instead of a result.", context);
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String hint = call.hasFiles() && answer.body().length == 0
                ? " If the file is larger than PHP's post_max_size, the server saw nothing of the request: raise"
                        + " post_max_size and upload_max_filesize in its php.ini. Look for the record before you repeat it."
                : text.contains(ORPHAN)
                        ? " The owner (assigned_user_id) probably does not exist; the record may have been stored all the same."
                        : " Look for the record before you repeat it.";
        return new AmbiguousWriteException(
                "It is not known whether " + call + " happened: the server answered " + what + "." + hint, context);
    }

    private VtigerException rateLimited(HttpAnswer answer, FailureContext context) {
        String asked = answer.retryAfter() == null
                ? ""
                : ", and asks to wait " + answer.retryAfter().toSeconds() + " s";
        String cure = answer.status() == 429
                ? "set requestsPerMinute to what it allows, or raise maxRetryAfter and readAttempts"
                : "try again later, or raise maxRetryAfter and readAttempts";
        return new RateLimitedException(
                "The server at " + address + " takes no more requests for now (HTTP " + answer.status() + asked + "); "
                        + cure + ".",
                context);
    }

    /** Without a user, password and query, which may repeat the session. */
    private static String target(String location, ServerText texts) {
        return location == null
                ? "nowhere"
                : texts.clean(location.replaceFirst("(?s)[?#].*", "").replaceFirst("//[^/]*@", "//"));
    }

    private static String excerpt(HttpAnswer answer, ServerText texts) {
        if (answer.body().length == 0) {
            return "an empty body";
        }
        return "a body that is not an answer of Vtiger ('" + Excerpt.of(answer.body(), texts) + "')";
    }
}
