package io.github.camelvtiger.simulator.conformance;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.client.HttpCalls;
import io.github.camelvtiger.simulator.client.Login;
import io.github.camelvtiger.simulator.client.OwnChanges;
import io.github.camelvtiger.simulator.client.OwnRecords;
import io.github.camelvtiger.simulator.client.Visitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All checks of the chosen areas against one server. What they make is deleted and
 * what they change is changed back at the end, whatever happens. */
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
     * @return ids of records that could not be deleted or changed back
     * @throws IOException if one of the users cannot log in
     */
    List<String> run(List<Area> areas, String mark, Consumer<Verdict> verdicts)
            throws IOException, InterruptedException {
        HttpCalls http = new HttpCalls(target.url());
        Login login = new Login(http);
        Visitor administrator = login.logIn(target.administrator());
        Optional<Visitor> second = Optional.empty();
        if (target.second().isPresent()) {
            second = Optional.of(login.logIn(target.second().get()));
        }
        OwnRecords own = new OwnRecords(http);
        OwnChanges changes = new OwnChanges(http);
        CountDownLatch cleaned = new CountDownLatch(1);
        Thread atExit = cleaningAtExit(Thread.currentThread(), cleaned);
        Runtime.getRuntime().addShutdownHook(atExit);
        List<String> left = new ArrayList<>();
        try {
            ScriptedChecks scripted = new ScriptedChecks(http, own, changes, pause);
            DescribeChecks describe = new DescribeChecks(http, types);
            CustomFieldChecks custom = new CustomFieldChecks(http, scripted, reader);
            for (Area area : areas) {
                Scene scene = new Scene(administrator, second, mark + area.letter());
                if (area.name().equals(DescribeChecks.AREA)) {
                    describe.run(administrator.session(), verdicts);
                }
                if (area.name().equals(CustomFieldChecks.AREA)) {
                    custom.run(scene, verdicts);
                } else {
                    scripted.run(area.name(), reader.read(area.file()), scene, verdicts);
                }
            }
        } finally {
            left.addAll(changes.undo(administrator.session()));
            left.addAll(own.delete(administrator.session()));
            cleaned.countDown();
            forget(atExit);
        }
        return left;
    }

    /** When the process is asked to end: stops the checks and waits until their records are deleted. */
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
