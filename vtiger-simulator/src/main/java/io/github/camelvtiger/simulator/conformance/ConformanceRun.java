package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.Behaviour;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All checks of the chosen areas against one server. What they make is deleted at the end, whatever happens. */
final class ConformanceRun {

    private final Target target;
    private final Pause pause;
    private final TypeCatalogue types = CheckReader.types();
    private final CheckReader reader;

    ConformanceRun(Target target, Behaviour behaviour, Pause pause) {
        this.target = target;
        this.pause = pause;
        reader = new CheckReader(behaviour, types);
    }

    /**
     * @param mark a text of this run alone, which all its records carry
     * @return ids of records that could not be deleted
     * @throws IOException where the user cannot log in
     */
    List<String> run(List<Area> areas, String mark, Consumer<Verdict> verdicts)
            throws IOException, InterruptedException {
        HttpCalls http = new HttpCalls(target.url());
        JsonNode login = new Login(http).logIn(target.username(), target.accessKey());
        OwnRecords own = new OwnRecords(http);
        CountDownLatch cleaned = new CountDownLatch(1);
        Thread atExit = cleaningAtExit(Thread.currentThread(), cleaned);
        Runtime.getRuntime().addShutdownHook(atExit);
        List<String> left = List.of();
        try {
            run(areas, new ScriptedChecks(http, own, pause), new DescribeChecks(http, types), login, mark, verdicts);
        } finally {
            left = own.delete(session(login));
            cleaned.countDown();
            forget(atExit);
        }
        return left;
    }

    private void run(
            List<Area> areas,
            ScriptedChecks scripted,
            DescribeChecks describe,
            JsonNode login,
            String mark,
            Consumer<Verdict> verdicts)
            throws InterruptedException {
        for (Area area : areas) {
            if (area.name().equals(DescribeChecks.AREA)) {
                describe.run(session(login), verdicts);
            }
            scripted.run(
                    area.name(), reader.read(area.file()), new Scene(target, login, mark + area.letter()), verdicts);
        }
    }

    private static String session(JsonNode login) {
        return login.path("sessionName").asText();
    }

    /** When the process is told to end: stops the checks and waits until their records are deleted. */
    private static Thread cleaningAtExit(Thread checks, CountDownLatch cleaned) {
        return new Thread(() -> {
            checks.interrupt();
            try {
                cleaned.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already, and this is what the hook waited for.
            return;
        }
    }
}
