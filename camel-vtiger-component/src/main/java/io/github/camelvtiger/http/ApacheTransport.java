package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient 5 async: one pool a connection, no redirects, no cookies, no retries of its own. */
public final class ApacheTransport implements HttpTransport {

    /** Apache with PHP closes idle connections after 5 s by default: a connection is tried before it is used again. */
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofSeconds(1);

    /** An answer may take this many response timeouts in all. */
    private static final int PAUSES_IN_ALL = 10;

    private final CloseableHttpAsyncClient client;
    private final ClientSettings settings;
    private final ConnectionFailures failures;

    public ApacheTransport(ClientSettings settings) {
        this.settings = settings;
        this.failures = new ConnectionFailures(settings);
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        if (settings.sslContext() != null) {
            tls.setSslContext(settings.sslContext());
        }
        // Said by name: what is built into the TLS engine has no effect in this asynchronous client (CVE-2026-71290).
        tls.setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        tls.setHostnameVerifier(
                settings.hostnameVerification()
                        ? HttpsSupport.getDefaultHostnameVerifier()
                        : NoopHostnameVerifier.INSTANCE);
        Timeout response = Timeout.of(settings.responseTimeout());
        // One connection more than sessions: a login must not wait for a slow call.
        int connections = settings.maxSessions() + 1;
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setTlsStrategy(tls.buildAsync())
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
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .evictIdleConnections(TimeValue.ofSeconds(30));
        proxy(builder, settings.proxy());
        client = builder.build();
        client.start();
    }

    private static void proxy(HttpAsyncClientBuilder builder, ClientSettings.Proxy proxy) {
        if (proxy == null) {
            return;
        }
        builder.setProxy(new HttpHost(proxy.host(), proxy.port()));
        if (proxy.username() != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            String password = proxy.password() == null ? "" : proxy.password();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(proxy.username(), password.toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        Future<HttpAnswer> running = client.execute(request(call), new AnswerConsumer(), new FutureCallback<>() {
            @Override
            public void completed(HttpAnswer result) {
                answer.complete(result);
            }

            @Override
            public void failed(Exception failure) {
                answer.completeExceptionally(failures.sentence(failure));
            }

            @Override
            public void cancelled() {
                answer.completeExceptionally(failures.sentence(new CancellationException("cancelled")));
            }
        });
        endAfterDeadline(answer, running);
        return answer;
    }

    private static AsyncRequestProducer request(HttpCall call) {
        AsyncRequestBuilder request = call.form() == null ? AsyncRequestBuilder.get() : AsyncRequestBuilder.post();
        request.setUri(call.uri()).addHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (call.form() != null) {
            request.setEntity(call.form(), ContentType.APPLICATION_FORM_URLENCODED);
        }
        return request.build();
    }

    /** A server that sends a byte now and then would never meet the response timeout. */
    private void endAfterDeadline(CompletableFuture<HttpAnswer> answer, Future<HttpAnswer> running) {
        long deadline = settings.responseTimeout().toMillis() * PAUSES_IN_ALL;
        answer.copy().orTimeout(deadline, TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            if (failure instanceof TimeoutException) {
                answer.completeExceptionally(
                        new NoAnswerException("the answer was not whole after " + deadline + " ms", true, failure));
                running.cancel(true);
            }
        });
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
