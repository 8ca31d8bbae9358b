package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.HostileCrm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server sends to a small heap, the call alone fails, and the next one is answered. */
class OversizedAnswersTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** 300 MB of one text in 300 KB; made once, because that takes as long as a slow server may. */
    private static final byte[] BOMB =
            HostileCrm.gzip(("{\"success\":true,\"result\":\"" + "x".repeat(300 * MEGABYTE) + "\"}")
                    .getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path directory;

    @Test
    void theCallAloneFailsAndTheNextIsAnswered() throws Exception {
        List<String> operations =
                List.of("bomb", "endless", "long", "headers", "lists", "brackets", "beginnings", "nested", "names");
        List<String> lines;
        try (HostileCrm crm = new HostileCrm(OversizedAnswersTest::answer)) {
            lines = run(crm.url(), operations);
        }

        for (String operation : operations) {
            assertThat(lines)
                    .as(String.join("\n", lines))
                    .filteredOn(line -> line.startsWith(operation + ": "))
                    .hasSize(4)
                    .allMatch(line -> line.contains("AmbiguousWriteException")
                            || line.contains("ServerFailureException")
                            || List.of("beginnings", "names").contains(operation) && line.contains("answered"));
            assertThat(lines).as(String.join("\n", lines)).contains(operation + " then: fine");
        }
        for (String tooLarge : List.of("bomb", "endless", "long")) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith(tooLarge + ": "))
                    .allMatch(line -> line.contains("a sixteenth of the heap") && line.contains("-Xmx"));
        }
        assertThat(lines).filteredOn(line -> line.startsWith("lists: ")).allMatch(line -> line.contains("-Xmx"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("headers: "))
                .allMatch(line -> line.contains("the answer's headers are larger"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("nested: "))
                .allMatch(line -> line.contains("nested too deep"));
    }

    private List<String> run(String url, List<String> operations) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapProcess.class.getName(),
                url));
        command.addAll(operations);
        Path log = directory.resolve("process.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return Files.readAllLines(log);
    }

    private static void answer(HostileCrm.Request request, OutputStream out) throws IOException {
        switch (request.operation()) {
            case "good" -> HostileCrm.result("\"fine\"").write(request, out);
            case "bomb" ->
                HostileCrm.bytes("200 OK", "Content-Encoding: gzip", BOMB).write(request, out);
            case "endless" -> {
                write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    write(out, "10000\r\n" + "[".repeat(0x10000) + "\r\n");
                }
            }
            case "long" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n{\"success\":true");
                out.flush();
            }
            case "headers" -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                while (true) {
                    write(out, "X-Much: " + "y".repeat(1000) + "\r\n");
                }
            }
            // Within the limit as bytes, and 16 times as much as Lists
            case "lists" ->
                HostileCrm.result("[" + "[],".repeat(5 * MEGABYTE / 3) + "[]]").write(request, out);
            case "brackets" -> HostileCrm.json("[".repeat(5_400_000)).write(request, out);
            // Each beginning looks like an envelope's, and the whole is one: all but the last would be tried to the end
            case "beginnings" ->
                HostileCrm.json("{\"success\":[".repeat(900) + "1,".repeat(2_600_000)
                                + "{\"success\":true,\"result\":1}")
                        .write(request, out);
            case "nested" ->
                HostileCrm.result("[".repeat(1_000_000) + "]".repeat(1_000_000)).write(request, out);
            case "names" -> {
                StringBuilder names = new StringBuilder("{");
                Stream.iterate(0, number -> number < 100_000, number -> number + 1)
                        .forEach(number -> names.append(String.format(Locale.ROOT, "\"%06x\":%d,", number, number)));
                HostileCrm.json("{\"success\":true,\"result\":" + names + "\"last\":1}}")
                        .write(request, out);
            }
            default -> throw new IllegalArgumentException(request.operation());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
