package io.github.camelvtiger.simulator.junit5;

import io.github.camelvtiger.simulator.Crm;
import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated Vtiger for the tests of a class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static VtigerSimulator crm = VtigerSimulator.withSeed("demo");
 * }</pre>
 *
 * <p>In a static field it is started once for the class and reset before each test (seeded data, no session, no fault,
 * no call); in an instance field it is started for each test. When a test fails, the last calls are written to
 * {@link System#err} and into the report, with the causes that the server hides; without sessions' names and keys.
 */
public final class VtigerSimulator
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final int CALLS_TOLD = 20;

    private final SimulatorBuilder builder;
    private SimulatorServer server;
    private boolean forClass;

    private VtigerSimulator(SimulatorBuilder builder) {
        this.builder = builder;
    }

    /** @param seed {@code empty}, {@code demo} or {@code contacts=N} */
    public static VtigerSimulator withSeed(String seed) {
        return new VtigerSimulator(SimulatorServer.builder().seed(seed));
    }

    /** Clock, save gaps, session life and the like. */
    public VtigerSimulator with(Consumer<SimulatorBuilder> settings) {
        settings.accept(builder);
        return this;
    }

    /** @param release of Vtiger: 8.4.0, 8.3.0, 8.2.0, 8.0.0 or 7.3.0 */
    public VtigerSimulator release(String release) {
        builder.release(release);
        return this;
    }

    public SimulatorServer server() {
        return server;
    }

    public String url() {
        return server.url();
    }

    public int port() {
        return server.port();
    }

    public String username() {
        return server.username();
    }

    public String accessKey() {
        return server.accessKey();
    }

    public Crm crm() {
        return server.crm();
    }

    public Faults faults() {
        return server.faults();
    }

    public List<RecordedCall> calls() {
        return server.calls();
    }

    public void clearCalls() {
        server.clearCalls();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        forClass = true;
        server = builder.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (forClass) {
            server.start();
            server.reset();
        } else {
            server = builder.start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            List<RecordedCall> calls = server.calls();
            List<RecordedCall> last = calls.subList(Math.max(0, calls.size() - CALLS_TOLD), calls.size());
            StringBuilder lines = new StringBuilder("Last calls of the simulator, of " + calls.size() + ":");
            last.forEach(
                    call -> lines.append(System.lineSeparator()).append("  ").append(call));
            // Not every runner shows report entries; what a test writes is shown with its failure in all of them.
            System.err.println(lines);
            context.publishReportEntry("simulator", lines.toString());
        }
        if (!forClass) {
            server.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }
}
