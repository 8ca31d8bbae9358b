package io.github.camelvtiger.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The application as a process of its own, started in a directory of the test. */
final class ChildApplication implements AutoCloseable {

    private final Process process;
    private final Path log;

    /** @param settings become the application.properties of the directory */
    static ChildApplication start(Path directory, Map<String, String> settings, String... arguments)
            throws IOException {
        return start(directory, settings, Map.of(), arguments);
    }

    static ChildApplication start(
            Path directory, Map<String, String> settings, Map<String, String> environment, String... arguments)
            throws IOException {
        Properties properties = new Properties();
        // The simulator can take more looks for changes than a CRM.
        properties.put("poll.minimum", "100");
        properties.put("camel.management.enabled", "false");
        properties.putAll(settings);
        try (var file = Files.newOutputStream(directory.resolve("application.properties"))) {
            properties.store(file, null);
        }
        Path log = Files.createTempFile(directory, "application", ".out");
        // The poorest locale: text must be UTF-8 all the same.
        List<String> options = List.of("-Xmx512m", "-Dfile.encoding=US-ASCII");
        ProcessBuilder process = TestJvm.of(RoutesApplication.class, options, List.of(arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().putAll(environment);
        return new ChildApplication(process.start(), log);
    }

    private ChildApplication(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @return the exit code */
    int await(long seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The application did not end. It said:\n" + output());
        }
        return process.exitValue();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill -15}. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -STOP}. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** As {@code kill -CONT}. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("kill -" + name + " ended with " + exitCode);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
