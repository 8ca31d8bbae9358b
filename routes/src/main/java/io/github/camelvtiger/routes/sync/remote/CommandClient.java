package io.github.camelvtiger.routes.sync.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives a command to the application that runs, if one does. */
public final class CommandClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommandClient() {}

    /**
     * @param file which tells where the application takes commands
     * @param directory in which the command was given, absolute
     * @param watcher sees how far a run is that is waited for
     * @return the exit code; empty if no application runs, so that the command has to be done here
     */
    public static OptionalInt give(
            Path file, Path directory, PrintWriter out, PrintWriter err, RunWatcher watcher, String... arguments)
            throws IOException {
        Optional<CommandDoor> door = CommandDoor.read(file);
        if (door.isEmpty()) {
            return OptionalInt.empty();
        }
        try (Socket connection =
                new Socket(InetAddress.getLoopbackAddress(), door.get().port())) {
            CommandRequest request = new CommandRequest(
                    door.get().token(),
                    System.getProperty("user.name", ""),
                    directory.toString(),
                    watcher != RunWatcher.NONE,
                    List.of(arguments));
            connection
                    .getOutputStream()
                    .write((JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            return answer(connection, out, err, watcher);
        } catch (ConnectException e) {
            // It was killed, and left its file.
            return OptionalInt.empty();
        }
    }

    private static OptionalInt answer(Socket connection, PrintWriter out, PrintWriter err, RunWatcher watcher)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        boolean answered = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answered = true;
            if (line.startsWith("exit ")) {
                return OptionalInt.of(Integer.parseInt(line.substring("exit ".length())));
            }
            if (line.startsWith(CommandServer.WATCH)) {
                watch(line.substring(CommandServer.WATCH.length()), watcher);
                continue;
            }
            PrintWriter target = line.startsWith("err ") ? err : out;
            target.println(line.substring(Math.min(line.length(), "out ".length())));
            target.flush();
        }
        watcher.over();
        if (answered) {
            throw new IOException(
                    "The application ended while it worked on the command; 'sync status' says how far it came.");
        }
        // Another program has the port by now.
        return OptionalInt.empty();
    }

    /** @param rest of the line: how many rows are done, how many there are, and what is done with them; or nothing */
    private static void watch(String rest, RunWatcher watcher) {
        if (rest.isEmpty()) {
            watcher.over();
            return;
        }
        String[] parts = rest.split(" ", 3);
        watcher.rows(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
