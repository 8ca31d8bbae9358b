package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.Account;
import io.github.camelvtiger.simulator.client.Answer;
import io.github.camelvtiger.simulator.client.HttpCalls;
import io.github.camelvtiger.simulator.client.Login;
import io.github.camelvtiger.simulator.client.OwnChanges;
import io.github.camelvtiger.simulator.client.OwnRecords;
import io.github.camelvtiger.simulator.client.Request;
import io.github.camelvtiger.simulator.client.Visitor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the two servers: puts its own ids in place of the symbols of a script, and removes what it has created. */
final class Side {

    static final String USER = "${user}";

    private static final Pattern SYMBOL = Pattern.compile("\\$\\{\\w+}");

    private final HttpCalls http;
    private final Visitor visitor;
    private final OwnRecords own;
    private final OwnChanges changes;
    private final Map<String, String> ids = new HashMap<>();

    private Side(HttpCalls http, Visitor visitor) {
        this.http = http;
        this.visitor = visitor;
        own = new OwnRecords(http);
        changes = new OwnChanges(http);
        ids.put(USER, visitor.login().path("userId").asText());
    }

    /** @throws IOException if nothing answers at the address, or the login is refused */
    static Side of(String url, Account account) throws IOException, InterruptedException {
        HttpCalls http = new HttpCalls(url.endsWith("/") ? url : url + "/");
        return new Side(http, new Login(http).logIn(account));
    }

    Answer send(Step step) throws IOException, InterruptedException {
        Request request = step.request();
        boolean get = request.method().equals("GET");
        Request sent = new Request(
                request.method(),
                request.path(),
                filled(request.query(), get),
                filled(request.form(), !get),
                request.files(),
                request.body(),
                request.contentType(),
                request.headers());
        Answer answer = http.send(sent);
        own.note(sent, answer);
        return answer;
    }

    private Map<String, String> filled(Map<String, String> parameters, boolean withSession) {
        Map<String, String> filled = new LinkedHashMap<>();
        parameters.forEach((name, value) -> filled.put(name, filled(value)));
        if (withSession) {
            filled.put("sessionName", visitor.session());
        }
        return filled;
    }

    private String filled(String text) {
        return SYMBOL.matcher(text)
                .replaceAll(symbol -> Matcher.quoteReplacement(ids.getOrDefault(symbol.group(), "")));
    }

    void keep(String symbol, String id) {
        ids.put(symbol, id);
    }

    String id(String symbol) {
        return ids.get(symbol);
    }

    /** The server's time. */
    Instant now() throws IOException, InterruptedException {
        Answer challenge =
                http.send(Step.get("getchallenge", "username", visitor.account().username())
                        .request());
        return Instant.ofEpochSecond(challenge.result().path("serverTime").asLong());
    }

    List<ModuleShape> modules() throws IOException, InterruptedException {
        List<ModuleShape> modules = new ArrayList<>();
        for (JsonNode name : send(Step.get("listtypes")).result().path("types")) {
            Answer description = send(Step.get("describe", "elementType", name.asText()));
            if (description.success()) {
                modules.add(ModuleShape.of(description.result()));
            }
        }
        return modules;
    }

    /** Remembers the user's preferences, so that {@link #tidy} restores them. */
    void rememberUser() throws IOException, InterruptedException {
        JsonNode user = send(Step.get("retrieve", "id", USER)).result();
        if (user.isObject()) {
            ObjectNode before = JsonNodeFactory.instance.objectNode();
            before.set("id", user.get("id"));
            UserCalls.CHANGES.keySet().stream().sorted().forEach(field -> before.set(field, user.path(field)));
            changes.note(before);
        }
    }

    /** @return the ids of records that could not be deleted, or changed back */
    List<String> tidy() throws InterruptedException {
        List<String> left = new ArrayList<>(changes.undo(visitor.session()));
        left.addAll(own.delete(visitor.session()));
        return left;
    }
}
