package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code get_account_hierarchy} of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class AccountHierarchyTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void theHierarchyIsTheSameFromEveryMember() throws Exception {
        String top = crm.crm().create("Accounts", Map.of("accountname", "Top"));
        String left = crm.crm().create("Accounts", Map.of("accountname", "Left", "account_id", top));
        crm.crm().create("Accounts", Map.of("accountname", "Right", "account_id", top));
        String leaf = crm.crm().create("Accounts", Map.of("accountname", "Leaf", "account_id", left));
        crm.crm().create("Accounts", Map.of("accountname", "Other"));

        for (String member : List.of(top, left, leaf)) {
            assertThat(shape(hierarchy(member))).isEqualTo("Top(Left(Leaf()),Right())");
        }
    }

    @Test
    void aCircleOfAccountsEnds() throws Exception {
        String first = crm.crm().create("Accounts", Map.of("accountname", "First"));
        String second = crm.crm().create("Accounts", Map.of("accountname", "Second", "account_id", first));
        crm.crm().revise(first, Map.of("account_id", second));

        assertThat(shape(hierarchy(first))).isEqualTo("First(Second())");
        assertThat(shape(hierarchy(second))).isEqualTo("Second(First())");
    }

    @Test
    void onlyAccountsHaveAHierarchy() throws Exception {
        assertThat(RestCalls.code(rest.get("get_account_hierarchy", "id", contact("Curie"))))
                .isEqualTo("INVALID_ID_ATTRIBUTE");
    }

    private JsonNode hierarchy(String id) throws Exception {
        return RestCalls.result(rest.get("get_account_hierarchy", "id", id));
    }

    private static String shape(JsonNode tree) {
        StringBuilder children = new StringBuilder();
        tree.get("children")
                .forEach(child -> children.append(children.isEmpty() ? "" : ",").append(shape(child)));
        return tree.get("accountname").asText() + "(" + children + ")";
    }

    private static String contact(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }
}
