package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only records of Vtiger Cloud have: {@code isclosed} and their tags, wherever a record is answered. */
class CloudRecordTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void aRecordTellsWhetherItIsClosed() throws Exception {
        String ticket = ticket("Closed");

        assertThat(RestCalls.result(rest.get("retrieve", "id", ticket))
                        .get("isclosed")
                        .asText())
                .isEqualTo("1");
        assertThat(RestCalls.result(rest.post("reopen", "id", ticket))
                        .get("isclosed")
                        .asText())
                .isEqualTo("0");
        assertThat(RestCalls.result(rest.post(
                                "revise", "element", "{\"id\":\"" + ticket + "\",\"ticketstatus\":\"Closed\"}"))
                        .get("isclosed")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void whatCannotBeClosedIsOpen() throws Exception {
        JsonNode created = RestCalls.result(rest.post(
                "create",
                "elementType",
                "Contacts",
                "element",
                "{\"lastname\":\"Curie\",\"assigned_user_id\":\"19x1\"}"));

        assertThat(created.get("isclosed").asText()).isEqualTo("0");
    }

    @Test
    void queriesTellItWithAllColumnsAndSyncAlways() throws Exception {
        ticket("Closed");

        assertThat(RestCalls.result(rest.get("query", "query", "select * from HelpDesk;"))
                        .at("/0/isclosed")
                        .asText())
                .isEqualTo("1");
        assertThat(RestCalls.names(RestCalls.result(rest.get("query", "query", "select ticket_title from HelpDesk;"))
                        .get(0)))
                .containsExactly("ticket_title", "id");
        assertThat(RestCalls.result(rest.get("query", "query", "select count(*) from HelpDesk;"))
                        .toString())
                .isEqualTo("[{\"count\":\"1\"}]");
        assertThat(RestCalls.result(rest.get("sync", "modifiedTime", "1", "elementType", "HelpDesk"))
                        .at("/updated/0/isclosed")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void tagsStandInTheRecord() throws Exception {
        String ticket = ticket("Open");
        rest.post("tags_add", "id", ticket, "tags", "[\"vip\",\"press\"]");

        assertThat(RestCalls.result(rest.get("retrieve", "id", ticket))
                        .get("tags")
                        .asText())
                .isEqualTo("vip,press");
        assertThat(RestCalls.result(rest.get("query", "query", "select tags from HelpDesk;"))
                        .at("/0/tags")
                        .asText())
                .isEqualTo("vip,press");
    }

    @Test
    void aLookupAnswersSuchRecordsToo() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Curie", "email", "marie@example.org"));

        assertThat(RestCalls.result(rest.get("lookup", "type", "email", "value", "marie@example.org"))
                        .at("/Contacts/0/isclosed")
                        .asText())
                .isEqualTo("0");
    }

    private static String ticket(String status) {
        return crm.crm()
                .create(
                        "HelpDesk",
                        Map.of("ticket_title", "Glows", "ticketpriorities", "High", "ticketstatus", status));
    }
}
