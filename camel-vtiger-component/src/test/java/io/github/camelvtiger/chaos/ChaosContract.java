package io.github.camelvtiger.chaos;

import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.ClockedVtiger;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every misfortune at a kind of job, and the end state compared record by record. Sessions expire at every call of a
 * run in turn; the other misfortunes befall some calls from the first to the last, or with {@code -Dvtiger.chaos.all=true}
 * every one, which takes three times as long. Takes long, since clients wait before they try again; each kind of job is a
 * class of its own, so that they wait side by side.
 */
abstract class ChaosContract {

    private static final boolean ALL = Boolean.getBoolean("vtiger.chaos.all");

    /** On a busy machine an answer may take long; what is to be too late is later still. */
    private static final long RESPONSE_TIMEOUT_MILLIS = 1_500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private SimulatorServer crm;
    private int runs;

    @BeforeEach
    void start() {
        crm = SimulatorServer.builder().seed("empty").clock(clock).start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    /** @param directory of its own for each run */
    abstract Scenario scenario(ManualClock clock, Path directory);

    @TestFactory
    Stream<DynamicNode> isStruckAndComesToTheSameEnd() {
        int calls = run(new Strike("nothing", 0, faults -> {}), 0);
        return Strike.all().stream().flatMap(strike -> calls(calls, strike.calls())
                .mapToObj(call -> DynamicTest.dynamicTest(
                        strike.name() + " at call " + call + " of " + calls, () -> run(strike, call))));
    }

    /** All of them, or so many from the first to the last. */
    private static IntStream calls(int all, int wanted) {
        return ALL || wanted >= all
                ? IntStream.rangeClosed(1, all)
                : IntStream.range(0, wanted).map(place -> 1 + place * (all - 1) / (wanted - 1));
    }

    /** @return how many calls it took */
    private int run(Strike strike, int call) {
        Scenario scenario = scenario(clock, directory.resolve("run-" + runs++));
        crm.reset();
        scenario.prepare(crm);
        AtomicInteger calls = strike.arm(crm.faults(), call);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("vtiger", component());
            scenario.run(crm, context);
            // A poll more or less: a feed goes on until the struck call has come.
            await().atMost(PATIENCE).until(() -> calls.get() >= call);
        } catch (Exception e) {
            throw new AssertionError("The run failed with " + strike.name() + " at call " + call + ".", e);
        }
        // A call that the client has given up may still have its effect.
        await().atMost(PATIENCE).until(() -> crm.calls().size() == calls.get());
        scenario.compare(crm);
        return calls.get();
    }

    private VtigerComponent component() {
        VtigerComponent component = ClockedVtiger.component(clock);
        component.getConfiguration().setUrl(crm.url());
        component.getConfiguration().setUsername(crm.username());
        component.getConfiguration().setAccessKey(crm.accessKey());
        component.getConfiguration().setResponseTimeout(RESPONSE_TIMEOUT_MILLIS);
        return component;
    }
}
