package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;

/** Says of a connection that failed what happened, and which option to look at. */
final class ConnectionFailures {

    private final ClientSettings settings;
    private final TlsFailures tls;
    /** Which options have the address that could not be reached: behind a proxy this machine never looks for the CRM's. */
    private final String options;

    ConnectionFailures(ClientSettings settings) {
        this.settings = settings;
        this.options = settings.proxy() == null
                ? "the host and port in the option url"
                : "the options proxyHost and proxyPort (" + settings.proxy() + ")";
        this.tls = new TlsFailures(options);
    }

    NoAnswerException sentence(Exception failure) {
        if (failure instanceof CarriedFailureException unusable) {
            return unusable.reason();
        }
        if (failure instanceof SSLException secure) {
            return tls.sentence(secure);
        }
        NoAnswerException unconnected = unconnected(failure);
        return unconnected == null ? unanswered(failure) : unconnected;
    }

    /** What to report where the client gives up silently: a proxy wants a login of another kind, and the body is read already. */
    NoAnswerException unrepeatable() {
        return new NoAnswerException(
                "the proxy asks for a login other than Basic, and the request's body cannot be sent a second time; "
                        + "let the proxy accept Basic",
                Reason.INCOMPLETE,
                null);
    }

    /** @return null when the connection was there */
    private NoAnswerException unconnected(Exception failure) {
        if (failure instanceof ConnectTimeoutException) {
            return notSent(
                    "no connection within " + settings.connectTimeout().toMillis() + " ms; check " + options
                            + ", or raise connectTimeout",
                    failure);
        }
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return notSent("the host is not known to the DNS; check " + options, failure);
        }
        if (failure instanceof ConnectionRequestTimeoutException || failure instanceof TimeoutException) {
            return notSent(
                    "none of the connections became free within "
                            + settings.responseTimeout().toMillis() + " ms; raise maxSessions or responseTimeout",
                    failure);
        }
        if (failure instanceof RequestNotExecutedException) {
            return notSent("the connection was closed before the request was sent", failure);
        }
        if (failure instanceof IOReactorShutdownException) {
            return notSent("the HTTP client stopped before the request was sent", failure);
        }
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException
                ? notSent("the connection was refused; check " + options + ", and that the server there runs", failure)
                : null;
    }

    private NoAnswerException unanswered(Exception failure) {
        if (failure instanceof SocketTimeoutException) {
            return lost(
                    "no answer within " + settings.responseTimeout().toMillis()
                            + " ms; raise responseTimeout if the server is slow",
                    failure);
        }
        if (failure instanceof MessageConstraintException) {
            return new NoAnswerException(
                    "the answer's headers are larger than " + HttpClientFactory.LONGEST_HEADER + " bytes or more than "
                            + HttpClientFactory.MOST_HEADERS + "; check the server and the proxies before it",
                    Reason.UNREADABLE,
                    null);
        }
        // Its message has what the server sent, which may repeat a session: it is left out, as cause as well.
        if (failure instanceof HttpException || failure instanceof MalformedChunkCodingException) {
            return lost(
                    "what came back is not HTTP (" + failure.getClass().getSimpleName() + "); check " + options
                            + ", and whether the url begins with http or https",
                    null);
        }
        if (failure instanceof ConnectionClosedException) {
            return lost("the connection was cut before the answer was whole", failure);
        }
        return lost("the connection was cut", failure);
    }

    private static NoAnswerException notSent(String what, Exception failure) {
        return new NoAnswerException(what, Reason.NOT_SENT, failure);
    }

    private static NoAnswerException lost(String what, Exception failure) {
        return new NoAnswerException(what, Reason.LOST, failure);
    }
}
