package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds HttpClient 5 async as a connection's settings ask: one pool, no redirects, no cookies, no retries of its own. */
final class HttpClientFactory {

    /** Apache with PHP closes idle connections after 5 s by default: a connection is tried before it is used again. */
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofSeconds(1);

    /** The client itself has no limit, so that headers without end would fill the heap. */
    static final int LONGEST_HEADER = 64 * 1024;

    static final int MOST_HEADERS = 200;

    private final ClientSettings settings;
    private final TlsStrategy tls = new TlsWhenNeeded(this::tls);

    HttpClientFactory(ClientSettings settings) {
        this.settings = settings;
    }

    /**
     * A client that is not started yet.
     *
     * @param threads makes the threads that serve connections
     * @param serving how many of them there are; 0 for as many as there are processors
     */
    CloseableHttpAsyncClient build(ThreadFactory threads, int serving) {
        Timeout response = Timeout.of(settings.responseTimeout());
        // One connection more than sessions: a login must not wait for a slow call.
        int connections = settings.maxSessions() + 1;
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setThreadFactory(threads)
                .setIOReactorConfig(reactor(serving))
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(LONGEST_HEADER)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setTlsStrategy(tls)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(response)
                                .setValidateAfterInactivity(VALIDATE_AFTER)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(response)
                        .setConnectionRequestTimeout(response)
                        .build())
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), ConnectionCut.class.getName(), new ConnectionCut())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .evictIdleConnections(TimeValue.ofSeconds(30));
        proxy(builder);
        return builder.build();
    }

    private static IOReactorConfig reactor(int serving) {
        return serving == 0
                ? IOReactorConfig.DEFAULT
                : IOReactorConfig.custom().setIoThreadCount(serving).build();
    }

    private TlsStrategy tls() {
        ClientTlsStrategyBuilder builder = ClientTlsStrategyBuilder.create();
        if (settings.sslContext() != null) {
            builder.setSslContext(settings.sslContext());
        }
        // Set explicitly: what is built into the TLS engine has no effect in this asynchronous client (CVE-2026-71290).
        builder.setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        builder.setHostnameVerifier(
                settings.hostnameVerification()
                        ? HttpsSupport.getDefaultHostnameVerifier()
                        : NoopHostnameVerifier.INSTANCE);
        return builder.buildAsync();
    }

    private void proxy(HttpAsyncClientBuilder builder) {
        if (settings.proxy() == null) {
            return;
        }
        ProxyLogin login = new ProxyLogin(settings.proxy());
        builder.setProxy(login.host());
        if (login.isNeeded()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(new AuthScope(login.host()), login.credentials());
            builder.setDefaultCredentialsProvider(credentials);
        }
    }
}
