package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.crm.CapabilityFinding.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server can do: the same assertions hold for any server, though the answers differ. */
@LiveSuite
class CapabilitiesContractTest {

    /** With a Lead as the record; a file can be asked for by the id of a document only ({@link FilesContractTest}). */
    private static final Map<String, String> OPERATIONS =
            Map.of("sync", "vtiger:sync/Contacts", "convertlead", "vtiger:convertLead");

    private final LiveCrm crm;

    CapabilitiesContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void eachIsKnownUnlessOnlyAWriteCanShowIt() {
        assertThat(crm.capabilities().values())
                .filteredOn(finding -> !finding.capability().shownByWritesOnly())
                .allSatisfy(finding -> assertThat(finding.state()).isNotEqualTo(State.UNKNOWN));
    }

    @Test
    void connectionsListsThemWithReasonAndRemedy() {
        List<?> connections = crm.body("vtiger:connections", null, Map.of(), List.class);
        Map<?, ?> connection = (Map<?, ?>) connections.get(0);
        assertThat(connection.get("works")).as("%s", connection.get("problem")).isEqualTo(true);
        Map<?, ?> listed = (Map<?, ?>) connection.get("capabilities");
        for (CapabilityFinding finding : crm.capabilities().values()) {
            Map<?, ?> shown = (Map<?, ?>) listed.get(finding.capability().key());
            if (finding.isUnavailable()) {
                assertThat(shown.get("state")).isEqualTo("unavailable");
                assertThat(shown.get("reason")).isEqualTo(finding.reason());
                assertThat(shown.get("cure")).isEqualTo(finding.cure());
            }
        }
    }

    @Test
    void whatTheServerCannotDoIsRefusedWithReasonAndRemedy() {
        Map<String, Object> lead = Map.of(VtigerConstants.RECORD_ID, crm.create("Leads", Map.of("lastname", "MARK")));
        crm.capabilities().forEach((capability, finding) -> {
            String uri = OPERATIONS.get(capability.key());
            if (uri != null && finding.isUnavailable()) {
                assertThat(crm.failure(uri, null, lead))
                        .hasMessageContaining("This CRM cannot serve " + capability.key() + ", and nothing was sent")
                        .hasMessageContaining(finding.explanation());
            }
        });
    }
}
