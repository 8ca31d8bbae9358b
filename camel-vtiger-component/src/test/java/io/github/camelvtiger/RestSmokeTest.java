package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.rest.RestEdition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What {@link OverRestTest} does not have, once each over the REST API of Vtiger Cloud. */
class RestSmokeTest extends CrmTestSupport {

    {
        protocol = VtigerProtocol.REST;
    }

    /** With the limits of an edition, in a minute that does not pass. */
    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder()
                .restEdition(RestEdition.ENTERPRISE)
                .clock(new ManualClock(Instant.parse("2026-03-01T10:00:00Z")))
                .start();
    }

    @Test
    void exportStreams() {
        contact("Exported");
        List<?> names = template.requestBody(
                "vtiger:export/Contacts?columns=lastname&where=RAW(lastname = 'Exported')", null, List.class);

        assertThat(names).asString().contains("Exported");
    }

    @Test
    void namesAreResolved() {
        call("vtiger:create/Accounts", Map.of("accountname", "Resolved & Sons"));
        Exchange created = call(
                "vtiger:create/Contacts?resolveNames=true", Map.of("lastname", "R", "account_id", "Resolved & Sons"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody(Map.class).get("account_id"))
                .asString()
                .startsWith("11x");
    }

    @Test
    void aWriteWithoutAnAnswerIsLookedFor() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange created = call("vtiger:create/Contacts?ambiguousWrites=verify", Map.of("lastname", "Proven"));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(crm.crm().records("Contacts"))
                .filteredOn(record -> "Proven".equals(record.get("lastname")))
                .hasSize(1);
    }

    @Test
    void anAddressIsLookedUpByTheServersOwnSearch() {
        String contact = call("vtiger:create/Contacts", Map.of("lastname", "L", "email", "smoke@lookup.example"))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);

        assertThat(template.requestBody("vtiger:lookup", "smoke@lookup.example", List.class))
                .asString()
                .contains(contact);
        assertThat(crm.calls()).anyMatch(call -> call.operation().equals("lookup"));
    }

    @Test
    void aLeadIsConverted() {
        String lead = call("vtiger:create/Leads", Map.of("lastname", "Converted", "company", "Smoke & Co"))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);

        assertThat(template.requestBody("vtiger:convertLead", lead, Map.class)).containsKeys("Accounts", "Contacts");
    }

    @Test
    void changesAreSynced() {
        String contact = contact("Synced");

        assertThat(template.requestBodyAndHeader(
                                "vtiger:sync/Contacts?syncType=application",
                                null,
                                "CamelVtigerModifiedTime",
                                "2026-03-01T09:59:59Z",
                                Map.class)
                        .get("updated"))
                .asString()
                .contains(contact);
    }

    @Test
    void endpointsOfOneUserShareTheCountOfCalls() {
        call("vtiger:me", null);
        int before = crm.calls().size();
        Exchange modest = call("vtiger:listTypes?readAttempts=2&dailyReserve=120000", null);

        assertThat(modest.getException())
                .as("what the other endpoint was answered is known to this one")
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("dailyReserve");
        assertThat(crm.calls()).hasSize(before);
        assertThat(call("vtiger:listTypes", null).getException()).isNull();
    }
}
