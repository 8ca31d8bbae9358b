package io.github.camelvtiger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {

    private SimulatorServer crm;

    @BeforeAll
    void startCrm() {
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterAll
    void stopCrm() {
        crm.close();
    }

    @Test
    void anAdministratorOfAFreshCrmHasNotesOnly() {
        Diagnosis diagnosis = examined("admin", crm.accessKey(), InstantSource.system());

        assertThat(diagnosis.facts().works()).isTrue();
        assertThat(diagnosis.hasProblems()).isFalse();
        assertThat(diagnosis.findings())
                .extracting(Finding::subject)
                .contains("capability files_retrieve", "capability sync")
                .allMatch(subject -> subject.startsWith("capability "));
    }

    @Test
    void aWrongKeyIsTheOnlyFinding() {
        Diagnosis diagnosis = examined("admin", "not-the-key", InstantSource.system());

        assertThat(diagnosis.hasProblems()).isTrue();
        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.FAULT);
            assertThat(finding.subject()).isEqualTo("login");
            assertThat(finding.toString()).doesNotContain("not-the-key");
        });
    }

    @Test
    void aClockThatIsOffIsAWarningWithItsDirection() {
        InstantSource late = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-5));

        assertThat(examined("admin", crm.accessKey(), late).findings())
                .filteredOn(finding -> finding.subject().equals("clock"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem()).matches(".* (299|300|301) s ahead of this machine's.*"));
    }

    @Test
    void decimalsOfZeroAreAWarning() {
        try (SimulatorServer rounding = SimulatorServer.builder().seed("empty").start();
                VtigerClient client = client(rounding, "admin", rounding.accessKey())) {
            rounding.crm().revise("19x1", Map.of("no_of_currency_decimals", "0"));

            assertThat(new Doctor(client, InstantSource.system())
                            .examine()
                            .join()
                            .findings())
                    .filteredOn(finding -> finding.subject().equals("decimals"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        }
    }

    @Test
    void whatAnOrdinaryUserMayNotDoIsNoted() {
        Diagnosis diagnosis = examined("sales1", crm.accessKey("sales1"), InstantSource.system());

        assertThat(diagnosis.facts().administrator()).isFalse();
        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.subject().equals("user"))
                .hasSize(1);
    }

    @Test
    void messagesOfPhpInFrontOfAnswersAreAWarning() {
        try (VtigerClient client = client(crm, "admin", crm.accessKey())) {
            client.me().join();
            crm.faults().failNext(1, Fault.NOTICE_BEFORE_JSON, "listtypes");

            assertThat(new StrayOutput(client).findings().join())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).contains("display_errors=Off"));
        }
    }

    private Diagnosis examined(String user, String key, InstantSource clock) {
        try (VtigerClient client = client(crm, user, key)) {
            return new Doctor(client, clock).examine().join();
        }
    }

    private static VtigerClient client(SimulatorServer server, String user, String key) {
        return new VtigerClient(new ClientSettings(server.url(), user, key));
    }
}
