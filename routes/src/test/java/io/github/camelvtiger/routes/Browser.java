package io.github.camelvtiger.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, driven by the W3C WebDriver protocol of its chromedriver. */
final class Browser implements AutoCloseable {

    static final String TAB = "\uE004";
    static final String ENTER = "\uE007";

    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    private Browser(Process driver, int port) throws IOException, InterruptedException {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port;
        Map<String, Object> options =
                Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"));
        this.session = send(
                        "POST",
                        "/session",
                        Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))))
                .required("sessionId")
                .asText();
    }

    /** Whether this machine has what it takes. */
    static boolean installed() {
        return Stream.of("chromium", "chromedriver")
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))));
    }

    static Browser start() throws IOException, InterruptedException {
        Process driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, port(driver));
        } catch (IOException | InterruptedException e) {
            driver.destroy();
            throw e;
        }
    }

    /** The one that it has chosen and says. */
    private static int port(Process driver) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
        }
        throw new IOException("chromedriver did not start: " + lines);
    }

    void open(String url) throws IOException, InterruptedException {
        command("POST", "/url", Map.of("url", url));
    }

    String url() throws IOException, InterruptedException {
        return command("GET", "/url", null).asText();
    }

    /** Presses keys one after the other, as a person does who has no mouse. */
    void type(String keys) throws IOException, InterruptedException {
        List<Map<String, String>> presses = keys.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        command(
                "POST",
                "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", presses))));
    }

    /** @param script the body of a function, whose result is awaited if it is a promise */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return command("POST", "/execute/sync", Map.of("script", script, "args", arguments));
    }

    /** @param scheme {@code light} or {@code dark}, as the person has set the system */
    void prefer(String scheme) throws IOException, InterruptedException {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void resize(int width, int height) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void forgetCookies() throws IOException, InterruptedException {
        command("DELETE", "/cookie", null);
    }

    /** What is seen now. */
    void picture(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Base64.getDecoder().decode(command("GET", "/screenshot", null).asText()));
    }

    private void devTools(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        command("POST", "/goog/cdp/execute", Map.of("cmd", method, "params", parameters));
    }

    private JsonNode command(String method, String path, Object body) throws IOException, InterruptedException {
        return send(method, "/session/" + session + path, body);
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode value = JSON.readTree(answer.body()).path("value");
        if (answer.statusCode() != 200) {
            throw new IOException(
                    method + " " + path + ": " + value.path("message").asText());
        }
        return value;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            send("DELETE", "/session/" + session, null);
        } finally {
            driver.destroy();
            driver.waitFor();
        }
    }
}
