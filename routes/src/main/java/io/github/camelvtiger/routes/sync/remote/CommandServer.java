package io.github.camelvtiger.routes.sync.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands. A connection is one command: a line with the request, then lines of output, each with the name of its
 * stream before it, and of how far a run is, then the exit code.
 */
public final class CommandServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** So that a stranger who connects and says nothing holds nothing up. */
    private static final int PATIENCE_MILLIS = 5000;

    private static final int LONGEST_REQUEST = 1 << 16;

    /** Before a line that says how far a run is. */
    static final String WATCH = "run ";

    /** Does what a command asks for. */
    public interface Commands {

        /**
         * @param account of the operating system by which the command was given
         * @param directory in which it was given, against which files are resolved
         * @param watcher sees how far a run is that is waited for
         * @return the exit code
         */
        int run(
                String account,
                Path directory,
                PrintWriter out,
                PrintWriter err,
                RunWatcher watcher,
                String... arguments);
    }

    private final ServerSocket socket;
    private final CommandDoor door;
    private final Path file;
    private final Commands commands;
    private final ExecutorService executor;

    private CommandServer(ServerSocket socket, Path file, Commands commands, ExecutorService executor)
            throws IOException {
        this.socket = socket;
        this.door = CommandDoor.at(socket.getLocalPort());
        this.file = file;
        this.commands = commands;
        this.executor = executor;
        door.write(file);
    }

    /**
     * @param file which tells commands where it is
     * @param executor one thread to wait, and one for each command
     */
    public static CommandServer open(Path file, Commands commands, ExecutorService executor) throws IOException {
        CommandServer server =
                new CommandServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), file, commands, executor);
        executor.execute(server::accept);
        return server;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                executor.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("A command could not be taken: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            CommandRequest request = JSON.readValue(line(in), CommandRequest.class);
            if (!isKnown(request.token())) {
                return;
            }
            PrintWriter lines = new PrintWriter(connection.getOutputStream(), false, StandardCharsets.UTF_8);
            int code = commands.run(
                    request.account(),
                    Path.of(request.directory()),
                    new PrintWriter(new Lines("out ", lines), true),
                    new PrintWriter(new Lines("err ", lines), true),
                    request.watched() ? new WatchLines(lines) : RunWatcher.NONE,
                    request.arguments().toArray(String[]::new));
            synchronized (lines) {
                lines.println("exit " + code);
                lines.flush();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A connection for commands ended: {}", e.toString());
        }
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            if (line.length() >= LONGEST_REQUEST) {
                throw new IOException("A command is too long.");
            }
            line.append((char) each);
        }
        return line.toString();
    }

    private boolean isKnown(String token) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), door.token().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Files.deleteIfExists(file);
    }

    /** How far a run is, a line each time; one without numbers says that it is over. */
    private record WatchLines(PrintWriter target) implements RunWatcher {

        @Override
        public void rows(String doing, long done, long total) {
            line(WATCH + done + " " + total + " " + doing);
        }

        @Override
        public void over() {
            line(WATCH);
        }

        private void line(String line) {
            synchronized (target) {
                target.print(line + '\n');
                target.flush();
            }
        }
    }

    /** Whole lines of one stream. */
    private static final class Lines extends Writer {

        private final String name;
        private final PrintWriter target;
        private final StringWriter pending = new StringWriter();

        Lines(String name, PrintWriter target) {
            this.name = name;
            this.target = target;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            pending.write(text, offset, length);
        }

        @Override
        public void flush() {
            String text = pending.toString();
            int end = text.lastIndexOf('\n') + 1;
            pending.getBuffer().delete(0, end);
            synchronized (target) {
                text.substring(0, end).lines().forEach(line -> target.print(name + line + '\n'));
                target.flush();
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
