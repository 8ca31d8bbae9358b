package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a create looks at before and after the element (seen on 8.2.0). */
class CreateRightsFirstTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void aTextInPlaceOfTheElementIsNotLookedAtWithoutTheRightToCreate() {
        assertThatThrownBy(() -> crm.createJson("Contacts", "\"x\"")).isInstanceOf(ServerCrash.class);
        assertDenied("Permission to perform the operation is denied", () -> crm.createJson("Bogus", "\"x\""));
        assertDenied("Permission to write is denied", () -> crm.as("sales1").createJson("HelpDesk", "\"x\""));
    }

    @Test
    void oneGroupMayHaveAnEmptyName() {
        assertThat(crm.createJson("Groups", "{}")).containsEntry("groupname", "");
        assertFails(
                "RECORD_NOT_FOUND", "Record not found", () -> crm.createJson("Groups", "{\"description\":\"second\"}"));
        assertThat(crm.createJson("Groups", "{\"groupname\":\"g\"}")).containsEntry("groupname", "g");
    }

    @Test
    void aQuantityBesideTheItemsOfAnOrderMustBeANumberAlthoughItIsNotStored() {
        Orders orders = new Orders(crm);
        String order = orders.created("Quotes", Map.of(), Orders.item(orders.widget, 1, 2));

        assertThatThrownBy(() -> crm.revise(order, Map.of("quantity", "1,234.5")))
                .isInstanceOf(ServerCrash.class);
        assertThat(crm.revise(order, Map.of("listprice", "1,234.5"))).containsKey("id");
    }
}
