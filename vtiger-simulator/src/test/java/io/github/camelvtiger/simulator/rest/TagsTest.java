package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags of a record of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class TagsTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void tagsAreAddedOnceAndTakenOff() throws Exception {
        String contact = contact("Curie");

        JsonNode added = RestCalls.result(rest.post("tags_add", "id", contact, "tags", "[\"vip\",\" press \",\"\"]"));
        rest.post("tags_add", "id", contact, "tags[]", "VIP", "tags[]", "0", "tags[]", "chemist");

        assertThat(added.get("status").asText()).isEqualTo("successful");
        assertThat(tags(contact)).containsExactly("vip", "press", "0", "chemist");
        assertThat(RestCalls.result(rest.post("tags_delete", "id", contact, "tags", "[\"Press\",\"none\"]"))
                        .get("status")
                        .asText())
                .isEqualTo("successful");
        assertThat(tags(contact)).containsExactly("vip", "0", "chemist");
        rest.post("tag_delete", "id", contact, "delete_all", "true");
        assertThat(tags(contact)).isEmpty();
    }

    @Test
    void tagsAreThoseOfOneRecord() throws Exception {
        String contact = contact("Curie");
        String other = contact("Hopper");
        rest.post("tags_add", "id", contact, "tags", "[\"vip\"]");

        assertThat(tags(other)).isEmpty();
        crm.crm().delete(contact);
        assertThat(RestCalls.code(rest.get("tags_retrieve", "id", contact))).isEqualTo("ACCESS_DENIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vip", "{}", "[]", "[\" \"]"})
    void tagsThatAreNoListAreRefused(String tags) throws Exception {
        String contact = contact("Curie");

        assertThat(RestCalls.code(rest.post("tags_add", "id", contact, "tags", tags)))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
        assertThat(RestCalls.code(rest.post("tags_delete", "id", contact, "tags", tags, "delete_all", "0")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
    }

    private List<String> tags(String id) throws Exception {
        return RestCalls.texts(RestCalls.result(rest.get("tags_retrieve", "id", id)));
    }

    private static String contact(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }
}
