package io.github.camelvtiger.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/** The simulator is held to the same checks as a real server. */
class ConformanceCommandTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    private final StringWriter out = new StringWriter();

    @Test
    void theSimulatorAnswersAsARealServer() {
        int exitCode = run("--area", "transport,listtypes");

        assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
                .isEmpty();
        assertThat(exitCode).isZero();
    }

    @Test
    void whatTheChecksMakeIsDeletedAtTheEnd() {
        run("--area", "transport");

        assertThat(crm.crm().count("Contacts")).isZero();
    }

    @Test
    void aWrongKeyIsSaidAndIsNoFailedCheck() {
        int exitCode = execute("--url", crm.url(), "--username", crm.username(), "--access-key", "wrong");

        assertThat(out.toString()).contains("No login as admin");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void anUnknownAreaIsRefusedWithTheNamesOfAll() {
        int exitCode = run("--area", "weather");

        assertThat(out.toString()).contains("There is no area weather, but transport, auth");
        assertThat(exitCode).isEqualTo(2);
    }

    private int run(String... further) {
        String[] arguments = new String[6 + further.length];
        System.arraycopy(
                new String[] {"--url", crm.url(), "--username", crm.username(), "--access-key", crm.accessKey()},
                0,
                arguments,
                0,
                6);
        System.arraycopy(further, 0, arguments, 6, further.length);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        PrintWriter writer = new PrintWriter(out);
        return new CommandLine(new ConformanceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
