package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCrmWithoutProblemsHasTheExitCodeZero() {
        assertThat(doctor(crm.accessKey())).isZero();
        assertThat(out.toString())
                .contains("Vtiger 8.2.0, as admin, an administrator.")
                .contains("NOTE capability files_retrieve: ")
                .endsWith("Nothing to correct." + System.lineSeparator());
    }

    @Test
    void whatIsWrongIsSaidWithItsRemedy() {
        crm.crm().revise("19x1", Map.of("no_of_currency_decimals", "0"));

        assertThat(doctor(crm.accessKey())).isEqualTo(1);
        assertThat(out.toString()).contains("WARNING decimals: ").contains("My Preferences");
    }

    @Test
    void aWrongKeyIsSaidWithoutIt() {
        assertThat(doctor("not-the-key")).isEqualTo(1);
        assertThat(out.toString() + err).contains("FAULT login: ").doesNotContain("not-the-key");
    }

    @Test
    void programsReadJson() throws IOException {
        assertThat(doctor(crm.accessKey(), "--json")).isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("release").asText()).isEqualTo("8.2.0");
        assertThat(report.get("administrator").asBoolean()).isTrue();
        assertThat(report.get("findings")).isNotEmpty().allSatisfy(finding -> assertThat(
                        finding.get("remedy").asText())
                .isNotBlank());
    }

    @Test
    void sessionsThatAreLeftAloneAndStillKnownAreSaidToBe() {
        assertThat(doctor(crm.accessKey(), "--idle", "1s")).isZero();
        assertThat(out.toString()).contains("Sessions that were left alone for 1 s were still known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"often", "0s", "-1m", "25h"})
    void aTimeThatCannotBeIsWrongUse(String idle) {
        assertThat(doctor(crm.accessKey(), "--idle=" + idle)).isEqualTo(2);
        assertThat(err.toString()).contains("'" + idle + "'").contains("24m");
    }

    @Test
    void anUnknownOptionIsWrongUse() {
        assertThat(doctor(crm.accessKey(), "--loud")).isEqualTo(2);
    }

    @Test
    void helpNeedsNoSettings() {
        assertThat(DoctorCommand.run(
                        () -> {
                            throw new AssertionError("no setting is needed");
                        },
                        InstantSource.system(),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "--help"))
                .isZero();
        assertThat(out.toString()).contains("--idle").contains("2   wrong use");
    }

    @Test
    void eachWrongSettingIsSaid() {
        int code = DoctorCommand.run(
                () -> {
                    throw new RefusedSettingsException(List.of("One is wrong.", "Another is missing."));
                },
                InstantSource.system(),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("One is wrong.", "Another is missing.");
    }

    private int doctor(String key, String... arguments) {
        return DoctorCommand.run(
                () -> new ClientSettings(crm.url(), crm.username(), key),
                InstantSource.system(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
    }
}
