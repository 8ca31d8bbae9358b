package io.github.camelvtiger.routes.sync.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
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
     * @return the exit code; empty if no application runs, so that the command has to be done here
     */
    public static OptionalInt give(Path file, PrintWriter out, PrintWriter err, String... arguments)
            throws IOException {
        Optional<CommandDoor> door = CommandDoor.read(file);
        if (door.isEmpty()) {
            return OptionalInt.empty();
        }
        try (Socket connection =
                new Socket(InetAddress.getLoopbackAddress(), door.get().port())) {
            CommandRequest request = new CommandRequest(
                    door.get().token(), Path.of("").toAbsolutePath().toString(), List.of(arguments));
            connection
                    .getOutputStream()
                    .write((JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            return answer(connection, out, err);
        } catch (ConnectException e) {
            // It was killed, and left its file.
            return OptionalInt.empty();
        }
    }

    private static OptionalInt answer(Socket connection, PrintWriter out, PrintWriter err) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        boolean answered = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answered = true;
            if (line.startsWith("exit ")) {
                return OptionalInt.of(Integer.parseInt(line.substring("exit ".length())));
            }
            PrintWriter target = line.startsWith("err ") ? err : out;
            target.println(line.substring(Math.min(line.length(), "out ".length())));
            target.flush();
        }
        if (answered) {
            throw new IOException(
                    "The application ended while it worked on the command; 'sync status' says how far it came.");
        }
        // Another program has the port by now.
        return OptionalInt.empty();
    }
}
