package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.RequestNotExecutedException;

/** Says of a connection that failed what happened, and which option to look at. */
final class ConnectionFailures {

    private final ClientSettings settings;
    /** Whose address it is that could not be reached: behind a proxy the CRM's is none of this machine's business. */
    private final String options;

    ConnectionFailures(ClientSettings settings) {
        this.settings = settings;
        this.options = settings.proxy() == null
                ? "the host and port in the option url"
                : "the options proxyHost and proxyPort (" + settings.proxy() + ")";
    }

    NoAnswerException sentence(Exception failure) {
        if (failure instanceof ConnectTimeoutException) {
            return notSent(
                    "no connection within " + settings.connectTimeout().toMillis() + " ms; check " + options
                            + ", or raise connectTimeout",
                    failure);
        }
        if (failure instanceof UnknownHostException) {
            return notSent("the host is not known; check " + options, failure);
        }
        if (failure instanceof RequestNotExecutedException) {
            return notSent("the connection was closed before the request was sent", failure);
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return notSent(
                    "the connection was refused; check " + options + ", and that the server there runs", failure);
        }
        // Any other SSLException may end a connection that has carried the request.
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return notSent(
                    "no secure connection (" + failure.getMessage()
                            + "); check sslContextParameters and hostnameVerification",
                    failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return maybeSent(
                    "no answer within " + settings.responseTimeout().toMillis()
                            + " ms; raise responseTimeout if the server is slow",
                    failure);
        }
        return maybeSent("the connection was cut", failure);
    }

    private static NoAnswerException notSent(String what, Exception failure) {
        return new NoAnswerException(what, false, failure);
    }

    private static NoAnswerException maybeSent(String what, Exception failure) {
        return new NoAnswerException(what, true, failure);
    }
}
