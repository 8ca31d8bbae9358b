package io.github.camelvtiger.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private static final List<String> NAMES = List.of("Contacts", "Accounts", "Leads", "SalesOrder", "HelpDesk");

    @Test
    void aSlipOfTheKeyboardIsFound() {
        assertThat(NearestNames.of("Contcats", NAMES)).first().isEqualTo("Contacts");
        assertThat(NearestNames.of("Lead", NAMES)).containsExactly("Leads");
    }

    @Test
    void caseSpacesAndUnderscoresMakeNoDifference() {
        assertThat(NearestNames.of("sales_order", NAMES)).containsExactly("SalesOrder");
        assertThat(NearestNames.of("HELP DESK", NAMES)).containsExactly("HelpDesk");
    }

    @Test
    void whatIsLikeNothingFindsNothing() {
        assertThat(NearestNames.of("Warehouse", NAMES)).isEmpty();
        assertThat(NearestNames.of("", List.of())).isEmpty();
    }

    @Test
    void theNearestComeFirstAndNoMoreThanThree() {
        assertThat(NearestNames.of("name1", List.of("name4", "name11", "name1", "name3", "name2")))
                .containsExactly("name1", "name11", "name2");
    }

    @Test
    void whatPeopleCallAModuleFindsItsName() {
        Map<String, List<String>> labels = new TreeMap<>(Map.of(
                "HelpDesk", List.of("Tickets", "Ticket"),
                "SalesOrder", List.of("Sales Orders", "Sales Order"),
                "Leads", List.of("Leads", "Lead")));
        ModuleTypes types = new ModuleTypes(
                List.of("Leads", "HelpDesk", "SalesOrder"), labels, List.of("Leads", "HelpDesk", "SalesOrder"));

        assertThat(types.nearest("Ticket")).first().isEqualTo("HelpDesk");
        assertThat(types.nearest("Tikcets")).first().isEqualTo("HelpDesk");
        assertThat(types.nearest("sales orders")).first().isEqualTo("SalesOrder");
        assertThat(types.nearest("lead")).first().isEqualTo("Leads");
        assertThat(types.contains("Leads")).isTrue();
        assertThat(types.contains("leads")).isFalse();
    }
}
