package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import io.github.camelvtiger.simulator.client.HttpCalls;
import io.github.camelvtiger.simulator.client.OwnChanges;
import io.github.camelvtiger.simulator.client.OwnRecords;
import io.github.camelvtiger.simulator.client.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the checks of a file, one after another. */
final class ScriptedChecks {

    private final HttpCalls http;
    private final OwnRecords own;
    private final OwnChanges changes;
    private final Pause pause;

    ScriptedChecks(HttpCalls http, OwnRecords own, OwnChanges changes, Pause pause) {
        this.http = http;
        this.own = own;
        this.changes = changes;
        this.pause = pause;
    }

    void run(String area, List<Check> checks, Scene scene, Consumer<Verdict> verdicts) throws InterruptedException {
        for (Check check : checks) {
            verdicts.accept(scene.has(check.needs()) ? verdict(area, check, scene) : skipped(area, check));
        }
    }

    private Verdict verdict(String area, Check check, Scene scene) throws InterruptedException {
        String exchange = "";
        Optional<String> difference;
        try {
            Request request = check.call().request(scene);
            if (check.later()) {
                pause.nextSecond();
            }
            exchange = "  -> " + request.text();
            Answer answer = http.send(request);
            exchange += "\n  <- HTTP " + answer.status() + " " + answer.contentType() + " " + answer.body();
            own.note(request, answer);
            sweep(check, scene);
            keep(check, answer.result(), scene);
            difference = check.expectation().difference(answer, scene);
        } catch (MissingNeed e) {
            difference = Optional.of(e.getMessage());
        } catch (IOException e) {
            difference = Optional.of("no answer: " + e);
        }
        return new Verdict(area, check.name(), outcome(check, difference), text(check, difference), exchange);
    }

    private static Verdict skipped(String area, Check check) {
        return new Verdict(area, check.name(), Outcome.SKIPPED, "there is no " + check.needs(), "");
    }

    private void sweep(Check check, Scene scene) throws IOException, InterruptedException {
        if (!check.sweep().isEmpty()) {
            Map<String, String> query = Map.of(
                    "operation", "query",
                    "sessionName", scene.session(),
                    "query", new Placeholders(scene).in(check.sweep()));
            Request request = new Request("GET", "webservice.php", query, Map.of(), List.of(), "", "", Map.of());
            http.send(request).result().forEach(row -> own.note(row.path("id").asText()));
        }
    }

    private void keep(Check check, JsonNode result, Scene scene) {
        if (!check.keep().isEmpty() && !result.isMissingNode()) {
            scene.keep(check.keep(), result);
        }
        if (!result.isMissingNode()) {
            Placeholders placeholders = new Placeholders(scene);
            check.own().forEach(id -> own.note(placeholders.in(id)));
            check.restore().ifPresent(before -> changes.note(placeholders.in(before)));
        }
    }

    private static Outcome outcome(Check check, Optional<String> difference) {
        if (difference.isEmpty()) {
            return Outcome.OK;
        }
        return check.known().isEmpty() ? Outcome.FAIL : Outcome.KNOWN;
    }

    private static String text(Check check, Optional<String> difference) {
        return difference
                .map(text -> check.known().isEmpty() ? text : text + " (known: " + check.known() + ")")
                .orElse("");
    }
}
