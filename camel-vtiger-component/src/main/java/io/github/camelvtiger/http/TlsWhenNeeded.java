package io.github.camelvtiger.http;

import java.net.SocketAddress;
import java.util.function.Supplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;

/**
 * TLS that is set up when the first connection asks for it. To read the certificates that the JVM trusts takes longer than all else that
 * a client needs, and a CRM without https needs none of them. May be shared by clients.
 */
final class TlsWhenNeeded implements TlsStrategy {

    private final Supplier<TlsStrategy> setup;
    private TlsStrategy ready;

    TlsWhenNeeded(Supplier<TlsStrategy> setup) {
        this.setup = setup;
    }

    private synchronized TlsStrategy ready() {
        if (ready == null) {
            ready = setup.get();
        }
        return ready;
    }

    @Override
    public void upgrade(
            TransportSecurityLayer session,
            NamedEndpoint endpoint,
            Object attachment,
            Timeout handshake,
            FutureCallback<TransportSecurityLayer> callback) {
        TlsStrategy tls;
        try {
            tls = ready();
        } catch (RuntimeException unusable) {
            callback.failed(unusable);
            return;
        }
        tls.upgrade(session, endpoint, attachment, handshake, callback);
    }

    /** The client calls the other method. */
    @Deprecated
    @Override
    public boolean upgrade(
            TransportSecurityLayer session,
            HttpHost host,
            SocketAddress local,
            SocketAddress remote,
            Object attachment,
            Timeout handshake) {
        throw new UnsupportedOperationException();
    }
}
