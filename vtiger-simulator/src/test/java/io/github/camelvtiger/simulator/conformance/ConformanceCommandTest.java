package io.github.camelvtiger.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The simulator is held to the same checks as a real server. */
class ConformanceCommandTest {

    private static final String CUSTOM =
            """
            {"modules":[{"name":"Contacts","fields":[
            {"name":"cf_901","type":"string"},{"name":"cf_902","type":"text"},{"name":"cf_903","type":"integer"},
            {"name":"cf_904","type":"double"},{"name":"cf_905","type":"percent"},{"name":"cf_906","type":"currency"},
            {"name":"cf_907","type":"boolean"},{"name":"cf_908","type":"date"},{"name":"cf_909","type":"time"},
            {"name":"cf_910","type":"picklist","picklist":["Gold","Silver & more"]},
            {"name":"cf_911","type":"multipicklist","picklist":["Red","Green"]},
            {"name":"cf_912","type":"email"},{"name":"cf_913","type":"reference","refersTo":["Accounts"]},
            {"name":"cf_914","type":"phone"},{"name":"cf_915","type":"url"},{"name":"cf_916","type":"skype"}]},
            {"name":"Leads","fields":[{"name":"cf_917","type":"string","mandatory":true},{"name":"cf_918","type":"date"}]}]}
            """;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-12-31T23:58:00Z"));
    private final StringWriter out = new StringWriter();
    private SimulatorServer crm = start(Behaviour.PHP8);

    @AfterEach
    void stop() {
        crm.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSimulatorAnswersAsARealServer(Behaviour behaviour) {
        crm.close();
        crm = start(behaviour);
        int exitCode = run(
                "--behaviour",
                behaviour.toString(),
                "--second-username",
                "ptuser",
                "--second-access-key",
                crm.accessKey("ptuser"));

        assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
                .isEmpty();
        assertThat(out.toString()).contains("all ").doesNotContain("left over");
        assertThat(exitCode).isZero();
    }

    @Test
    void whatTheChecksMakeIsDeletedAtTheEnd() {
        run("--area", "transport,duplicates");

        assertThat(crm.crm().count("Contacts")).isZero();
        assertThat(crm.crm().count("Accounts")).isZero();
    }

    @Test
    void whatWasThereBeforeIsThereAfterwards() {
        long users = crm.crm().count("Users");
        run("--area", "users,ordinary", "--second-username", "sales1", "--second-access-key", crm.accessKey("sales1"));

        assertThat(crm.crm().count("CompanyDetails")).isEqualTo(1);
        assertThat(crm.crm().count("Groups")).isEqualTo(3);
        assertThat(crm.crm().count("Currency")).isEqualTo(1);
        assertThat(crm.crm().count("Users")).isEqualTo(users);
    }

    @Test
    void aUserThatWasChangedIsChangedBack() {
        Map<String, String> before = user("tzuser");
        run(
                "--area",
                "profile,preferences",
                "--second-username",
                "tzuser",
                "--second-access-key",
                crm.accessKey("tzuser"));

        assertThat(out.toString()).contains("ok    profile      another user name", "ok    preferences  3 decimals");
        assertThat(user("tzuser")).isEqualTo(before);
    }

    @Test
    void aDifferenceIsToldAndEndsWithOne() {
        int exitCode = run("--area", "sync", "--behaviour", "compat", "--verbose");

        assertThat(out.toString())
                .contains("FAIL  sync         sync: of the far future: expected a success, got HTTP 500 text/html")
                .contains("  -> GET webservice.php operation=sync modifiedTime=4102444800 elementType=Vendors");
        assertThat(exitCode).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tzuser", "sales1"})
    void ordinaryUsersOfAnyTimeZoneSeeTheSame(String user) {
        int exitCode = run(
                "--area",
                "ordinary,rights,profile,preferences",
                "--second-username",
                user,
                "--second-access-key",
                crm.accessKey(user));

        assertThat(out.toString()).contains("0 FAIL, 0 skipped").doesNotContain("left over");
        assertThat(exitCode).isZero();
    }

    @Test
    void withoutASecondUserItsChecksAreSkipped() {
        int exitCode = run("--area", "ordinary");

        assertThat(out.toString().lines().filter(line -> line.startsWith("skip")))
                .hasSizeGreaterThan(100)
                .first()
                .asString()
                .endsWith("getchallenge of the second user: there is no second");
        assertThat(exitCode).isZero();
    }

    @Test
    void aSecondUserNeedsHisKey() {
        int exitCode = run("--second-username", "sales1");

        assertThat(out.toString()).contains("--second-username and --second-access-key belong together");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void customFieldsOfEveryTypeAreCheckedWhereThereAreAny() throws Exception {
        run("--area", "custom");
        assertThat(out.toString())
                .contains("skip  custom       values of custom fields: the server has no custom field");

        crm.close();
        crm = SimulatorServer.builder()
                .seed("empty")
                .clock(clock)
                .metadata(CustomMetadata.of("test", new ObjectMapper().readTree(CUSTOM)))
                .start();
        out.getBuffer().setLength(0);
        int exitCode = run("--area", "custom");

        assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
                .isEmpty();
        assertThat(out.toString()).contains("ok    custom       Contacts: cf_913 (cf_913, reference)");
        assertThat(exitCode).isZero();
    }

    @Test
    void aWrongKeyIsSaidAndIsNoFailedCheck() {
        int exitCode = execute("--url", crm.url(), "--username", crm.username(), "--access-key", "wrong");

        assertThat(out.toString()).contains("No login as admin");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneSentence() {
        crm.close();
        int exitCode = execute("--url", crm.url(), "--username", "admin", "--access-key", "k");

        assertThat(out.toString()).startsWith("Nothing answers at " + crm.url() + ": check --url");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void sessionsAndKeysAreNotPrinted() {
        new Report(new PrintWriter(out), true)
                .accept(new Verdict(
                        "auth",
                        "login",
                        Outcome.FAIL,
                        "expected an error, got {\"sessionName\":\"s3cret\",\"userId\":\"19x1\"}",
                        "  -> POST webservice.php operation=query&sessionName=s3cret\n"
                                + "  <- {\"token\": \"s3cret\", \"accesskey\":\"s3cret\"}"));

        assertThat(out.toString()).doesNotContain("s3cret").contains("\"userId\":\"19x1\"", "operation=query");
    }

    @Test
    void anUnknownAreaIsRefusedWithTheNamesOfAll() {
        int exitCode = run("--area", "weather");

        assertThat(out.toString()).contains("There is no area weather, but transport, auth");
        assertThat(exitCode).isEqualTo(2);
    }

    private Map<String, String> user(String name) {
        return crm.crm().records("Users").stream()
                .filter(user -> user.get("user_name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SimulatorServer start(Behaviour behaviour) {
        return SimulatorServer.builder()
                .seed("empty")
                .clock(clock)
                .behaviour(behaviour)
                .start();
    }

    private int run(String... further) {
        List<String> arguments = new ArrayList<>(
                List.of("--url", crm.url(), "--username", crm.username(), "--access-key", crm.accessKey()));
        arguments.addAll(List.of(further));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        PrintWriter writer = new PrintWriter(out);
        return new CommandLine(new ConformanceCommand(() -> clock.advance(Duration.ofSeconds(1))))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }
}
