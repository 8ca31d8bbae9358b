package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicAuthCache;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;

/** The login at the proxy, sent unasked: a body that was read could not be sent again after the proxy asked for it. */
final class ProxyLogin {

    private final ClientSettings.Proxy proxy;

    /** @param proxy null for none */
    ProxyLogin(ClientSettings.Proxy proxy) {
        this.proxy = proxy;
    }

    HttpHost host() {
        return new HttpHost(proxy.host(), proxy.port());
    }

    UsernamePasswordCredentials credentials() {
        String password = proxy.password() == null ? "" : proxy.password();
        return new UsernamePasswordCredentials(proxy.username(), password.toCharArray());
    }

    boolean isNeeded() {
        return proxy != null && proxy.username() != null;
    }

    /** What one call is executed in. */
    HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        if (isNeeded()) {
            BasicScheme basic = new BasicScheme();
            basic.initPreemptive(credentials());
            BasicAuthCache known = new BasicAuthCache();
            known.put(host(), basic);
            context.setAuthCache(known);
        }
        return context;
    }
}
