package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server: knows which path is whose, and Apache's pages for all others. Can be stopped and started again. */
public final class HttpFront {

    /** Apache's LimitRequestLine. */
    private static final int LONGEST_REQUEST_LINE = 8190;

    /** Apache's LimitRequestFields. */
    private static final int MOST_HEADERS = 100;

    private static final int LONGEST_HEADERS = 64 * 1024;

    /** A request that waits for its session keeps its thread, as an Apache process is kept. */
    private static final int THREADS = 150;

    private static final int CONTROL_THREADS = 2;

    /** So much of a body arrives before a thread looks at it: half-sent calls take up none. */
    private static final int BUFFERS = 4;

    private final String host;
    private final Map<String, HttpHandler> handlers;
    private final Map<String, HttpHandler> controls;
    private final RequestLimits limits;
    private final SimulatorClock clock;
    private final ReplyWriter writer;
    private final Stalls stalls;
    private ExecutorService controlThreads;
    private int port;
    private Undertow undertow;

    /**
     * @param port 0 for any free one, which is then kept
     * @param handlers by the first part of the path, as in {@code webservice.php}
     * @param controls such handlers that have threads of their own, so that they answer while calls take up all others
     */
    public HttpFront(
            String host,
            int port,
            Map<String, HttpHandler> handlers,
            Map<String, HttpHandler> controls,
            RequestIntake intake,
            SimulatorClock clock) {
        this.host = host;
        this.port = port;
        this.handlers = Map.copyOf(handlers);
        this.controls = Map.copyOf(controls);
        this.limits = intake.limits();
        this.writer = new ReplyWriter(limits.taken(), intake.stalls());
        this.stalls = intake.stalls();
        this.clock = clock;
    }

    public synchronized void start() {
        if (undertow != null) {
            return;
        }
        stalls.allow();
        ExecutorService threads = Executors.newFixedThreadPool(CONTROL_THREADS);
        int patience = Math.toIntExact(limits.complete().toMillis());
        HttpHandler root = new RequestDeadline(
                limits.complete(), new RequestBufferingHandler(exchange -> dispatch(exchange, threads), BUFFERS));
        Undertow starting = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(2)
                .setWorkerThreads(THREADS)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                // Query strings are decoded as PHP does it, and Apache is not strict about what is in them.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEADERS)
                // PHP passes over parameters that are too many, but Undertow would refuse the request.
                .setServerOption(UndertowOptions.MAX_PARAMETERS, LONGEST_HEADERS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, patience)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, patience)
                .setHandler(root)
                .build();
        try {
            starting.start();
        } catch (RuntimeException e) {
            threads.shutdownNow();
            throw new UncheckedIOException(new IOException(
                    "port " + port + " on " + host + " cannot be opened: another program may use it; choose another",
                    e));
        }
        undertow = starting;
        controlThreads = threads;
        port = ((InetSocketAddress) starting.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Closes the port and all connections. */
    public synchronized void stop() {
        if (undertow != null) {
            stalls.end();
            undertow.stop();
            undertow = null;
            controlThreads.shutdownNow();
        }
    }

    /** The port it listens on, or last did. */
    public synchronized int port() {
        return port;
    }

    private void dispatch(HttpServerExchange exchange, Executor threads) {
        HttpHandler control = controls.get(place(exchange));
        if (control == null) {
            exchange.dispatch(this::route);
        } else {
            exchange.dispatch(threads, control);
        }
    }

    /** The first part of the path. */
    private static String place(HttpServerExchange exchange) {
        String[] path = exchange.getRequestPath().split("/", 3);
        return path.length < 2 ? "" : path[1];
    }

    private void route(HttpServerExchange exchange) throws Exception {
        HttpHandler handler = handlers.get(place(exchange));
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
