package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The web server: knows which path is whose, and Apache's pages for all others. Can be stopped and started again. */
public final class HttpFront {

    /** Apache's LimitRequestLine. */
    private static final int LONGEST_REQUEST_LINE = 8190;

    /** A request that waits for its session keeps its thread, as an Apache process is kept. */
    private static final int THREADS = 150;

    private final String host;
    private final Map<String, HttpHandler> handlers;
    private final SimulatorClock clock;
    private final ReplyWriter writer = new ReplyWriter();
    private int port;
    private Undertow undertow;

    /**
     * @param port 0 for any free one, which is then kept
     * @param handlers by the first part of the path, as in {@code webservice.php}
     */
    public HttpFront(String host, int port, Map<String, HttpHandler> handlers, SimulatorClock clock) {
        this.host = host;
        this.port = port;
        this.handlers = new LinkedHashMap<>(handlers);
        this.clock = clock;
    }

    public synchronized void start() {
        if (undertow != null) {
            return;
        }
        Undertow starting = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(2)
                .setWorkerThreads(THREADS)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                // Query strings are decoded as PHP does it, and Apache is not strict about what stands in them.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setHandler(new BlockingHandler(this::route))
                .build();
        try {
            starting.start();
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException(
                    "port " + port + " on " + host + " cannot be opened: another program may use it; choose another",
                    e));
        }
        undertow = starting;
        port = ((InetSocketAddress) starting.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Closes the port and all connections. */
    public synchronized void stop() {
        if (undertow != null) {
            undertow.stop();
            undertow = null;
        }
    }

    /** The port it listens on, or last did. */
    public synchronized int port() {
        return port;
    }

    private void route(HttpServerExchange exchange) throws Exception {
        String[] path = exchange.getRequestPath().split("/", 3);
        HttpHandler handler = handlers.get(path.length < 2 ? "" : path[1]);
        if (requestLine(exchange) > LONGEST_REQUEST_LINE) {
            answer(
                    exchange,
                    Reply.page(
                            414,
                            "Request-URI Too Long",
                            "The requested URL's length exceeds the capacity\nlimit for this server.<br />"));
        } else if (handler == null) {
            answer(exchange, Reply.page(404, "Not Found", "The requested URL was not found on this server."));
        } else {
            handler.handleRequest(exchange);
        }
    }

    private static int requestLine(HttpServerExchange exchange) {
        int query = exchange.getQueryString().isEmpty()
                ? 0
                : 1 + exchange.getQueryString().length();
        return exchange.getRequestMethod().length()
                + 1
                + exchange.getRequestURI().length()
                + query
                + " HTTP/1.1".length();
    }

    private void answer(HttpServerExchange exchange, Reply reply) throws IOException, InterruptedException {
        writer.write(exchange, reply, clock.now(), Duration.ZERO);
    }
}
