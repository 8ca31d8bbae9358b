package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lookup} of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class LookupTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @ParameterizedTest
    @CsvSource({
        "phone, +1 (555) 010-99",
        "phone, 155501099",
        "email, CURIE@example.com",
    })
    void lookupFindsByNumberAndAddress(String type, String value) throws Exception {
        String contact = crm.crm()
                .create(
                        "Contacts",
                        Map.of("lastname", "Curie", "mobile", "+1-555-01099", "email", "curie@example.com"));
        crm.crm().create("Contacts", Map.of("lastname", "Hopper", "mobile", "555"));
        String lead = crm.crm()
                .create(
                        "Leads",
                        Map.of("lastname", "Curie", "phone", "1 555 01099", "secondaryemail", "Curie@Example.com"));

        JsonNode found = RestCalls.result(rest.get("lookup", "type", type, "value", value));

        assertThat(RestCalls.names(found)).containsExactlyInAnyOrder("Contacts", "Leads");
        assertThat(RestCalls.ids(found.get("Contacts"))).containsExactly(contact);
        assertThat(RestCalls.ids(found.get("Leads"))).containsExactly(lead);
        assertThat(found.at("/Contacts/0/lastname").asText()).isEqualTo("Curie");
    }

    @Test
    void lookupLooksOnlyWhereItIsTold() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Curie", "mobile", "555", "phone", "556"));
        crm.crm().create("Leads", Map.of("lastname", "Curie", "mobile", "555"));

        assertThat(RestCalls.names(lookup("555", "{\"Contacts\":[\"mobile\",\"bogus\"]}")))
                .containsExactly("Contacts");
        assertThat(lookup("555", "{\"Contacts\":[\"phone\"]}")).isEmpty();
        assertThat(RestCalls.names(lookup("555", "{\"Leads\":[]}"))).containsExactly("Leads");
        assertThat(RestCalls.code(
                        rest.get("lookup", "type", "phone", "value", "555", "searchIn", "{\"Bogus\":[\"phone\"]}")))
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void lookupNeedsATypeAndSomethingToFind() throws Exception {
        assertThat(RestCalls.code(rest.get("lookup", "type", "name", "value", "Curie")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
        assertThat(RestCalls.code(rest.get("lookup", "type", "phone", "value", "none")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
    }

    private JsonNode lookup(String value, String searchIn) throws Exception {
        return RestCalls.result(rest.get("lookup", "type", "phone", "value", value, "searchIn", searchIn));
    }
}
