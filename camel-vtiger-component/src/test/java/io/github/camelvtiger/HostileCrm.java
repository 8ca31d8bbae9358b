package io.github.camelvtiger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * A CRM that lets anyone log in and answers all else as a test says, byte for byte: an open-source Vtiger, or one of
 * Vtiger Cloud.
 */
public final class HostileCrm implements AutoCloseable {

    public static final String SESSION = "5e551on4711abcdef";
    public static final String TOKEN = "70ken0815fedcba";

    /** Writes an answer, head and all; the connection is closed behind it. */
    public interface Answer {
        void write(Request request, OutputStream out) throws IOException;
    }

    /** @param authorization the header; null for none */
    public record Request(String operation, Map<String, String> parameters, String authorization) {}

    private static final String REST = "/restapi/v1/vtiger/default/";

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger probes = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Answer answer;
    private final String probed;

    public HostileCrm(Answer answer) {
        this(answer, "404 Not Found");
    }

    /** One that speaks REST besides {@code webservice.php}, and answers 401 there to who sends no credentials. */
    public static HostileCrm ofCloud(Answer answer) {
        return new HostileCrm(answer, "401 Unauthorized");
    }

    /** @param status of the answer to who asks, without credentials, whether it speaks REST */
    public static HostileCrm answeringProbes(String status, Answer answer) {
        return new HostileCrm(answer, status);
    }

    private HostileCrm(Answer answer, String probed) {
        this.answer = answer;
        this.probed = probed;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    /** How often it was asked for the protocol. */
    public int probes() {
        return probes.get();
    }

    /** What came, but for logins and the question for the protocol. */
    public List<Request> requests() {
        return requests;
    }

    public static Answer result(String json) {
        return json("{\"success\":true,\"result\":" + json + "}");
    }

    public static Answer failure(String code, String message) {
        return json("{\"success\":false,\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    public static Answer json(String json) {
        return status("200 OK", "Content-Type: application/json", json);
    }

    /** @param header further lines of the head, without the last line end */
    public static Answer status(String status, String header, String body) {
        return bytes(status, header, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(String status, String header, byte[] body) {
        return (request, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            Request request = read(in);
            if (request == null) {
                return;
            }
            if (request.operation().equals("me") && request.authorization() == null) {
                probes.incrementAndGet();
                status(probed, "Content-Type: text/html", "").write(request, out);
                return;
            }
            switch (request.operation()) {
                case "getchallenge" ->
                    result("{\"token\":\"" + TOKEN + "\",\"serverTime\":1,\"expireTime\":2}")
                            .write(request, out);
                case "login" ->
                    result(
                                    "{\"sessionName\":\"" + SESSION
                                            + "\",\"userId\":\"19x1\",\"is_admin\":\"on\",\"version\":\"0.22\",\"vtigerVersion\":\"8.2.0\"}")
                            .write(request, out);
                default -> {
                    requests.add(request);
                    answer.write(request, out);
                }
            }
        } catch (IOException cut) {
            // The client has had enough.
            return;
        }
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        String target = line.split(" ")[1];
        int length = 0;
        String authorization = null;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            if (header.regionMatches(true, 0, "Authorization:", 0, 14)) {
                authorization = header.substring(14).strip();
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        int question = target.indexOf('?');
        add(parameters, question < 0 ? "" : target.substring(question + 1));
        add(parameters, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        String operation = target.startsWith(REST)
                ? (question < 0 ? target : target.substring(0, question)).substring(REST.length())
                : parameters.getOrDefault("operation", "");
        return new Request(operation, parameters, authorization);
    }

    private static void add(Map<String, String> parameters, String form) {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
