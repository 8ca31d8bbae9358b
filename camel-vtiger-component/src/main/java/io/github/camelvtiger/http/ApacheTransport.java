package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/** HttpClient 5 async; a client that died is replaced by a new one. */
public final class ApacheTransport implements HttpTransport {

    private final ClientSettings settings;
    private final ConnectionFailures failures;
    private final AnswerLimit limit;
    private final HttpClientFactory factory;
    private final ProxyLogin proxy;
    private final AnswerThreads threads = new AnswerThreads();
    /** Those that serve one call each, for as long as its answer is read. */
    private final Set<LiveClient> streaming = ConcurrentHashMap.newKeySet();

    private LiveClient current;
    private boolean closed;

    public ApacheTransport(ClientSettings settings) {
        this.settings = settings;
        this.failures = new ConnectionFailures(settings);
        this.limit =
                AnswerLimit.of(settings.maxAnswerSize(), Runtime.getRuntime().maxMemory());
        this.factory = new HttpClientFactory(settings);
        this.proxy = new ProxyLogin(settings.proxy());
        this.current = LiveClient.shared(factory);
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        CollectedCall collected = new CollectedCall(
                new OutgoingCall(call, threads), limit, settings.responseTimeout(), failures, threads);
        start(collected.answer(), collected::start);
        return collected.answer();
    }

    @Override
    public CompletableFuture<StreamedAnswer> stream(HttpCall call) {
        StreamedCall streamed =
                new StreamedCall(new OutgoingCall(call, threads), settings.responseTimeout(), failures, threads);
        start(streamed.answer(), (shared, context) -> streamed.start(own(streamed), context));
        return streamed.answer();
    }

    /** A client that ends with the call: when its answer is over, or when it fails before one begins. */
    private LiveClient own(StreamedCall streamed) {
        LiveClient own = LiveClient.ofOneCall(factory);
        streaming.add(own);
        streamed.over().whenCompleteAsync((over, failure) -> end(own), threads);
        streamed.answer().whenComplete((begun, failure) -> {
            if (failure != null) {
                threads.execute(() -> end(own));
            }
        });
        return own;
    }

    private void end(LiveClient own) {
        streaming.remove(own);
        own.close();
    }

    private void start(CompletableFuture<?> answer, BiConsumer<LiveClient, HttpClientContext> call) {
        try {
            call.accept(live(), proxy.context());
        } catch (NoAnswerException none) {
            answer.completeExceptionally(none);
        } catch (RuntimeException stopped) {
            answer.completeExceptionally(new NoAnswerException(
                    "the HTTP client stopped before the request was sent", Reason.NOT_SENT, stopped));
        }
    }

    /** The client that sends; a new one when the last one died. */
    synchronized LiveClient live() {
        if (closed) {
            throw new NoAnswerException("the connection was closed", Reason.NOT_SENT, null);
        }
        if (!current.isAlive()) {
            threads.execute(current::close);
            current = LiveClient.shared(factory);
        }
        return current;
    }

    @Override
    public void close() {
        LiveClient last;
        synchronized (this) {
            closed = true;
            last = current;
        }
        streaming.forEach(LiveClient::close);
        last.close();
        threads.close();
    }
}
