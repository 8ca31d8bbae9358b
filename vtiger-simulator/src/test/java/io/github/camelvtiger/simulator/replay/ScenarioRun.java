package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays one scenario: brings about what is given, sends what was sent, compares. */
final class ScenarioRun {

    private static final JsonNode NO_STEP = MissingNode.getInstance();

    private final Scenario scenario;
    private final ScenarioServer server;
    private final ReplayClient client;
    private final Placeholders placeholders;
    private final Map<String, String> sessions = new HashMap<>();
    private final RecordedIds ids = new RecordedIds();
    private final List<ComparedExchange> compared = new ArrayList<>();
    private final List<String> failedSetup = new ArrayList<>();

    private ScenarioRun(Scenario scenario, ScenarioServer server) {
        this.scenario = scenario;
        this.server = server;
        client = new ReplayClient(server.port());
        placeholders = new Placeholders(server::accessKey);
    }

    static ScenarioRun of(Scenario scenario) {
        try (ScenarioServer server = new ScenarioServer(scenario)) {
            ScenarioRun run = new ScenarioRun(scenario, server);
            scenario.steps().forEach(run::play);
            return run;
        }
    }

    List<ComparedExchange> compared() {
        return compared;
    }

    /** What could not be brought about, so that answers after it may differ for that reason only. */
    List<String> failedSetup() {
        return failedSetup;
    }

    private void play(JsonNode step) {
        if (step.has("at")) {
            server.setClock(step.get("at").textValue());
        }
        if (Scenario.isExchange(step)) {
            compare(step);
            return;
        }
        switch (step.get("given").textValue()) {
            case "request" -> bringAbout(step);
            case "next number" -> countUpTo(step.get("number").longValue());
            case "private" ->
                server.store().sharing().makePrivate(step.get("module").textValue());
            case "access key" -> giveKey(step);
            case "time passes" -> server.timePasses(step.get("seconds"));
            case "new sessions" -> sessions.clear();
            default -> throw new IllegalArgumentException("scenario " + scenario.name() + ": " + step);
        }
    }

    private void compare(JsonNode exchange) {
        ReplayAnswer answered = send(exchange);
        ReplayAnswer recorded = ReplayAnswer.recorded(exchange);
        placeholders.keep(exchange.path("keep"), answered.json());
        ids.bindResults(recorded.json(), answered.json());
        Comparison comparison = Comparison.of(
                RecordedAnswer.normalised(RecordedAnswer.translated(recorded, ids)),
                RecordedAnswer.normalised(answered));
        compared.add(new ComparedExchange(exchange.get("exchange").textValue(), comparison));
    }

    private void bringAbout(JsonNode step) {
        ReplayAnswer answered = send(step);
        if (!answered.success()) {
            failedSetup.add(scenario.name() + ": " + step.path("post") + " answered " + answered.text());
            return;
        }
        placeholders.keep(step.path("keep"), answered.json());
        if (step.has("id")) {
            ids.bind(
                    step.get("id").textValue(), answered.json().at("/result/id").asText());
        }
    }

    /** As if other records had been made and deleted: the numbers of all modules are one sequence. */
    private void countUpTo(long next) {
        server.store().numberFrom(server.store().metadata().module("Contacts").orElseThrow(), next - 1);
    }

    private void giveKey(JsonNode step) {
        String user = step.get("user").textValue();
        server.store()
                .addUser(server.store()
                        .user(user)
                        .orElseThrow()
                        .withAccessKey(step.get("key").textValue()));
    }

    private ReplayAnswer send(JsonNode step) {
        String user = step.path("user").asText("admin");
        Map<String, String> get = parameters(step.path("get"), user);
        Map<String, String> post = parameters(step.path("post"), user);
        if (!Scenario.isExchange(step) && !step.has("keep")) {
            post.put("sessionName", session(user));
        }
        return client.send(step, get, post, parameters(step.path("headers"), user));
    }

    private Map<String, String> parameters(JsonNode sent, String user) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sent.properties().forEach(parameter -> {
            String text = parameter.getValue().textValue();
            if (text.contains("${session}")) {
                text = text.replace("${session}", session(user));
            }
            parameters.put(parameter.getKey(), placeholders.filled(ids.translated(text)));
        });
        return parameters;
    }

    private String session(String user) {
        return sessions.computeIfAbsent(user, this::login);
    }

    private String login(String user) {
        ReplayAnswer challenge =
                client.send(NO_STEP, Map.of("operation", "getchallenge", "username", user), Map.of(), Map.of());
        String token = challenge.json().at("/result/token").asText();
        String key = Placeholders.md5(token + server.accessKey(user));
        ReplayAnswer login = client.send(
                NO_STEP, Map.of(), Map.of("operation", "login", "username", user, "accessKey", key), Map.of());
        return login.json().at("/result/sessionName").asText();
    }
}
