package io.github.camelvtiger.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that reads and writes what a test says, byte by byte. */
final class WireServer implements AutoCloseable {

    /** One connection. */
    interface Script {
        void run(InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Exception> ends = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    WireServer(Script script) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(script));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/webservice.php");
    }

    /** What ended connections before their scripts did. */
    List<Exception> ends() {
        return ends;
    }

    int connections() {
        return open.size();
    }

    /** Reads a request to the end of its headers. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(script, connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Script script, Socket connection) {
        try (connection) {
            script.run(new BufferedInputStream(connection.getInputStream()), connection.getOutputStream());
        } catch (Exception end) {
            ends.add(end);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
