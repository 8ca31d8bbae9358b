package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as closed, and {@code reopen} of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class ClosedStatesTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void aClosedRecordIsReopenedOnce() throws Exception {
        String ticket = crm.crm()
                .create(
                        "HelpDesk",
                        Map.of("ticket_title", "Glows", "ticketpriorities", "High", "ticketstatus", "Closed"));

        JsonNode reopened = RestCalls.result(rest.post("reopen", "id", ticket));

        assertThat(reopened.get("id").asText()).isEqualTo(ticket);
        assertThat(reopened.get("ticketstatus").asText()).isEqualTo("Open");
        assertThat(RestCalls.code(rest.post("reopen", "id", ticket))).isEqualTo("OPERATION_NOT_SUPPORTED");
        assertThat(crm.calls().get(1).why().cause()).isEqualTo(ticket + " is not closed: its ticketstatus is Open");
        assertThat(RestCalls.code(rest.post("reopen", "id", contact("Curie")))).isEqualTo("OPERATION_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Potentials",
                "HelpDesk",
                "Calendar",
                "Events",
                "Project",
                "ProjectTask",
                "Quotes",
                "SalesOrder",
                "PurchaseOrder",
                "Invoice"
            })
    void describeTellsClosedStatesThatThePicklistHas(String module) throws Exception {
        JsonNode described = RestCalls.result(rest.get("describe", "elementType", module));

        JsonNode states = described.get("closedStatesInfo");
        JsonNode field = null;
        for (JsonNode candidate : described.get("fields")) {
            if (candidate.get("name").equals(states.get("status_field"))) {
                field = candidate;
            }
        }
        assertThat(field).isNotNull();
        assertThat(field.at("/type/picklistValues"))
                .extracting(value -> value.get("value").asText())
                .containsAll(RestCalls.texts(states.get("status_values")))
                .hasSizeGreaterThan(states.get("status_values").size());
    }

    private static String contact(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }
}
