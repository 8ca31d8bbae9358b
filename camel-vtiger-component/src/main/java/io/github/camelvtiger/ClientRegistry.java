package io.github.camelvtiger;

import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.crm.VtigerClients;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * One client for each distinct connection: endpoints with equal settings share sessions, and all of one user of a CRM the
 * rate of requests. TLS settings are compared by
 * identity, since an {@link SSLContext} made of them is equal to nothing else.
 */
final class ClientRegistry implements AutoCloseable {

    private record Key(ClientSettings settings, SSLContextParameters tls) {}

    private final CamelContext context;
    private final VtigerClients opener;
    private final Map<Key, VtigerClient> clients = new ConcurrentHashMap<>();

    ClientRegistry(CamelContext context, CallListener listener) {
        this.context = context;
        this.opener = new VtigerClients(listener);
    }

    /** @param tls null for the JVM's own */
    VtigerClient client(VtigerConnection connection, SSLContextParameters tls) {
        return clients.computeIfAbsent(
                new Key(ClientSettingsFactory.of(connection, null), tls),
                key -> opener.open(ClientSettingsFactory.of(connection, sslContext(tls))));
    }

    /** What the clients are doing at this moment, in the order of their CRMs and users. */
    List<ClientStatus> status() {
        return clients.entrySet().stream()
                .map(client -> ClientStatus.of(client.getKey().settings(), client.getValue()))
                .sorted(Comparator.comparing(ClientStatus::crm).thenComparing(ClientStatus::user))
                .toList();
    }

    private SSLContext sslContext(SSLContextParameters tls) {
        if (tls == null) {
            return null;
        }
        try {
            return tls.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "The option sslContextParameters does not give a TLS context: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        opener.close();
        clients.values().forEach(VtigerClient::close);
        clients.clear();
    }
}
