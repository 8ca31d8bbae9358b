package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why there is no secure connection, and which option to look at. */
final class TlsFailures {

    private final String options;

    /** @param options those that have the address of who answered */
    TlsFailures(String options) {
        this.options = options;
    }

    NoAnswerException sentence(SSLException failure) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return notSent(
                    "the server's certificate is for another host; correct the host in the option url, or set hostnameVerification=false",
                    failure);
        }
        if (failure instanceof SSLHandshakeException) {
            return notSent(handshake(failure), failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message") || message.contains("plaintext connection")) {
            return notSent(
                    "the server does not speak TLS; check " + options + ", or write http:// in the option url",
                    failure);
        }
        // Any other may end a connection that has carried the request.
        return new NoAnswerException("the secure connection was cut", Reason.LOST, failure);
    }

    private static String handshake(Throwable failure) {
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return "the server's certificate has expired; renew it on the server, or trust it in sslContextParameters";
        }
        if (isCausedBy(failure, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet; check the clocks of both machines";
        }
        if (isCausedBy(failure, CertificateException.class) || isCausedBy(failure, CertPathValidatorException.class)) {
            return "the server's certificate is not trusted; add it or its authority to the trust store of sslContextParameters";
        }
        return "no secure connection (" + failure.getMessage()
                + "); check the protocols and keys in sslContextParameters, and that the server speaks TLS";
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static NoAnswerException notSent(String what, SSLException failure) {
        return new NoAnswerException(what, Reason.NOT_SENT, failure);
    }
}
