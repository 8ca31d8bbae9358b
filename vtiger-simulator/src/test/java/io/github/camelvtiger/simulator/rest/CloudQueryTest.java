package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators of VTQL that only Vtiger Cloud has, and those that it refuses too. */
class CloudQueryTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private static final String NOT_LIKE = "select lastname from Contacts where lastname NOTLIKE 'Cu%';";

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
        crm.crm().create("Contacts", Map.of("lastname", "Curie"));
        crm.crm().create("Contacts", Map.of("lastname", "Lovelace"));
    }

    @Test
    void notlikeLeavesOutWhatIsLike() throws Exception {
        assertThat(RestCalls.result(rest.get("query", "query", NOT_LIKE)).findValuesAsText("lastname"))
                .containsExactly("Lovelace");
    }

    @Test
    void isNullIsRefused() throws Exception {
        assertThat(RestCalls.code(rest.get("query", "query", "select id from Contacts where email IS NULL;")))
                .isEqualTo("QUERY_SYNTAX_ERROR");
        assertThat(RestCalls.code(rest.get("query", "query", "select id from Contacts where email IS NOT NULL;")))
                .isEqualTo("QUERY_SYNTAX_ERROR");
    }

    @Test
    void theOtherProtocolDoesNotKnowNotlike() throws Exception {
        assertThat(LoggedIn.to(crm.server()).get("query", "query", NOT_LIKE).body())
                .contains("QUERY_SYNTAX_ERROR");
    }
}
