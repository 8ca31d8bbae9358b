package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.http.RawClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A client of a running server that has logged in. */
public final class LoggedIn {

    private final RawClient client;
    private final String session;

    private LoggedIn(RawClient client, String session) {
        this.client = client;
        this.session = session;
    }

    /** As its administrator. */
    public static LoggedIn to(SimulatorServer server) throws Exception {
        return as(server.username(), server);
    }

    public static LoggedIn as(String userName, SimulatorServer server) throws Exception {
        RawClient client = new RawClient(server.port());
        String answer = login(client, userName, server.accessKey(userName)).body();
        return new LoggedIn(client, answer.replaceAll(".*\"sessionName\":\"(\\w+)\".*", "$1"));
    }

    /** The answer to a login, whether it succeeds or not. */
    public static HttpResponse<String> login(RawClient client, String userName, String accessKey) throws Exception {
        String token = client.get("operation", "getchallenge", "username", userName)
                .body()
                .replaceAll(".*\"token\":\"(\\w+)\".*", "$1");
        byte[] digest = MessageDigest.getInstance("MD5").digest((token + accessKey).getBytes(StandardCharsets.UTF_8));
        return client.post(
                "operation",
                "login",
                "username",
                userName,
                "accessKey",
                HexFormat.of().formatHex(digest));
    }

    public HttpResponse<String> get(String operation, String... parameters) throws Exception {
        return client.get(named(operation, parameters));
    }

    public HttpResponse<String> post(String operation, String... parameters) throws Exception {
        return client.post(named(operation, parameters));
    }

    public RawClient client() {
        return client;
    }

    public String session() {
        return session;
    }

    private String[] named(String operation, String... parameters) {
        String[] all = Arrays.copyOf(parameters, parameters.length + 4);
        all[parameters.length] = "operation";
        all[parameters.length + 1] = operation;
        all[parameters.length + 2] = "sessionName";
        all[parameters.length + 3] = session;
        return all;
    }
}
