package io.github.camelvtiger.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A CRM that keeps no file: what is uploaded is counted and forgotten, and what is downloaded is made while it is sent. All
 * other calls are answered by a simulator, which keeps files in memory and takes none as large as these.
 */
final class FileServer implements AutoCloseable {

    private static final String ENVELOPE = "{\"success\":true,\"result\":";
    /** The id of the file that can be downloaded. */
    static final String ATTACHMENT = "15x999999";

    /** Divisible by 3, so that the pieces of Base64 can be joined. */
    private static final byte[] PIECE = new byte[48 * 1024];

    private final SimulatorServer crm;
    private final long size;
    private final HttpServer server;
    private final HttpClient forward = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long received;

    /** @param size bytes of each file that is downloaded */
    FileServer(SimulatorServer crm, long size) throws IOException {
        this.crm = crm;
        this.size = size;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Bytes of the last upload, with what surrounds the file in the request. */
    long received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            String query = exchange.getRequestURI().getRawQuery();
            if (type != null && type.startsWith("multipart/")) {
                received = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                send(exchange, document().getBytes(StandardCharsets.UTF_8));
            } else if (query != null && query.contains("operation=files_retrieve") && query.contains(ATTACHMENT)) {
                sendFile(exchange);
            } else {
                forward(exchange, type);
            }
        }
    }

    private String document() {
        String id = crm.crm().create("Documents", Map.of("notes_title", "Large", "filelocationtype", "I"));
        return ENVELOPE + "{\"id\":\"" + id + "\",\"imageattachmentids\":\"" + ATTACHMENT + "\"}}";
    }

    private void sendFile(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write((ENVELOPE
                            + "[{\"fileid\":\"999999\",\"filename\":\"large.bin\",\"filetype\":\"application/octet-stream\","
                            + "\"filesize\":" + size + ",\"filecontents\":\"")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] piece = Base64.getEncoder().encode(PIECE);
            long left = size;
            for (; left >= PIECE.length; left -= PIECE.length) {
                out.write(piece);
            }
            out.write(Base64.getEncoder().encode(new byte[(int) left]));
            out.write("\"}]}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void forward(HttpExchange exchange, String type) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(crm.url()).resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<InputStream> answer = forward.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                byte[] bytes = body.readAllBytes();
                exchange.sendResponseHeaders(answer.statusCode(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void send(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
