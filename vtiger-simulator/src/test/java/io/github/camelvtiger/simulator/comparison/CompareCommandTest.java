package io.github.camelvtiger.simulator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Two simulators agree with each other, and what one of them does otherwise is found. */
class CompareCommandTest {

    private final StringWriter out = new StringWriter();
    private SimulatorServer one;
    private SimulatorServer other;

    @BeforeEach
    void start() {
        one = SimulatorServer.builder().seed("empty").random(1).start();
        other = SimulatorServer.builder().seed("empty").random(2).start();
        // Records of its own, so that the same record has another id and another number on each server.
        other.crm().create("Contacts", Map.of("lastname", "Before"));
        other.crm().create("Leads", Map.of("lastname", "Before"));
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSimulatorAgreesWithItself(long seed) {
        int exitCode = run("admin", "--calls", "200", "--seed", Long.toString(seed), "--destructive");

        assertThat(differences()).isEmpty();
        assertThat(exitCode).isIn(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales1", "ptuser"})
    void alsoForUsersWhoAreNotAdministrators(String user) {
        int exitCode = run(user, "--calls", "150", "--seed", "4");

        assertThat(differences()).isEmpty();
        assertThat(out.toString()).contains("all            150 calls: code 100.00 %, keys 100.00 %, whole 100.00 %");
        assertThat(exitCode).isZero();
    }

    @Test
    void anAnswerThatFailsOnOneServerIsADifferenceInCode() {
        other.faults().failNext(1, Fault.HTTP_500_EMPTY, "create");

        int exitCode = run("admin", "--calls", "10", "--subject", "records", "--verbose");

        assertThat(out.toString()).contains("code  #0", "records      create: HTTP 200", "other HTTP 500", "  -> POST");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void anotherValueIsADifferenceInTheWhole() {
        int exitCode = execute(
                "--url",
                one.url(),
                "--username",
                "sales1",
                "--access-key",
                one.accessKey("sales1"),
                "--other-url",
                other.url(),
                "--other-username",
                "tzuser",
                "--other-access-key",
                other.accessKey("tzuser"),
                "--calls",
                "60",
                "--subject",
                "descriptions");

        assertThat(out.toString())
                .containsPattern("whole #\\d+ .*/type/format \"yyyy-mm-dd\", other \"dd-mm-yyyy\"")
                .contains("code 100.00 %, keys 100.00 %, whole ");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void whatTheCallsMakeIsDeletedAtTheEnd() {
        run("admin", "--calls", "100", "--seed", "6");

        assertThat(one.crm().count("Accounts")).isZero();
        assertThat(one.crm().count("Contacts")).isZero();
        assertThat(other.crm().count("Contacts")).isEqualTo(1);
    }

    @Test
    void nothingThatOthersUseIsTouchedUnlessAskedFor() {
        Map<String, String> before = user();
        run("admin", "--calls", "150", "--seed", "7");

        assertThat(one.crm().count("Groups")).isEqualTo(3);
        assertThat(one.crm().count("Tax")).isEqualTo(3);
        assertThat(user()).isEqualTo(before);
    }

    @Test
    void preferencesAreRestored() {
        Map<String, String> before = user();
        run("admin", "--calls", "30", "--subject", "records,users", "--destructive");

        assertThat(user().get("date_format")).isEqualTo(before.get("date_format"));
        assertThat(user().get("last_name")).isEqualTo(before.get("last_name"));
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() {
        assertThat(run("admin", "--subject", "weather")).isEqualTo(2);
        assertThat(out.toString()).contains("There is no subject weather for --subject, but records, queries, orders");
        assertThat(run("admin", "--subject", "users")).isEqualTo(2);
        assertThat(out.toString()).contains("--subject users needs --destructive");
        assertThat(run("admin", "--calls", "0")).isEqualTo(2);
        assertThat(out.toString()).contains("--calls is 0, but must be at least 1");
    }

    @Test
    void aWrongKeyIsNotADifference() {
        int exitCode = execute(
                "--url",
                one.url(),
                "--username",
                "admin",
                "--access-key",
                "wrong",
                "--other-url",
                other.url(),
                "--other-access-key",
                other.accessKey());

        assertThat(out.toString()).contains("No login as admin").doesNotContain("wrong");
        assertThat(exitCode).isEqualTo(2);
    }

    private List<String> differences() {
        return out.toString()
                .lines()
                .filter(line -> line.matches("(code|keys|whole) .*"))
                .toList();
    }

    private Map<String, String> user() {
        return one.crm().records("Users").stream()
                .filter(user -> user.get("user_name").equals("admin"))
                .findFirst()
                .orElseThrow();
    }

    private int run(String user, String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "--url",
                one.url(),
                "--username",
                user,
                "--access-key",
                one.accessKey(user),
                "--other-url",
                other.url(),
                "--other-access-key",
                other.accessKey(user)));
        arguments.addAll(List.of(further));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        PrintWriter writer = new PrintWriter(out);
        return new CommandLine(new CompareCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
