package io.github.camelvtiger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModuleDescriptionTest {

    @Test
    void fieldsOfTheLabelAreFoundByTheirColumns() {
        Field title = new Field("ticket_title", "Title", "string", true, true, List.of(), List.of());
        Field number = new Field("ticket_no", "Number", "string", false, false, List.of(), List.of());
        ModuleDescription tickets = new ModuleDescription(
                "HelpDesk", "Tickets", 17, List.of(number, title), Map.of("labelFields", "title"));
        assertThat(tickets.labelFields()).containsExactly(title);
        assertThat(new ModuleDescription("LineItem", "", 33, List.of(title), Map.of()).labelFields())
                .isEmpty();
    }

    @Test
    void isReadFromWhatDescribeAnswers() {
        Map<String, Object> raw = Map.of(
                "name",
                "Contacts",
                "label",
                "Contacts",
                "idPrefix",
                "12",
                "fields",
                List.of(
                        Map.of(
                                "name", "lastname",
                                "label", "Last Name",
                                "mandatory", true,
                                "editable", "1",
                                "type", Map.of("name", "string")),
                        Map.of(
                                "name",
                                "salutationtype",
                                "type",
                                Map.of("name", "picklist", "picklistValues", List.of(Map.of("value", "Mr.")))),
                        Map.of(
                                "name",
                                "account_id",
                                "type",
                                Map.of("name", "reference", "refersTo", List.of("Accounts"))),
                        Map.of("name", "odd", "type", List.of())));

        ModuleDescription contacts = ModuleDescription.of(raw);

        assertThat(contacts.name()).isEqualTo("Contacts");
        assertThat(contacts.idPrefix()).isEqualTo(12);
        assertThat(contacts.field("lastname"))
                .hasValue(new Field(
                        "lastname", "Last Name", "string", true, true, List.of(), List.of(), OptionalInt.of(80)));
        assertThat(contacts.field("salutationtype").orElseThrow().picklistValues())
                .containsExactly("Mr.");
        assertThat(contacts.field("account_id").orElseThrow().refersTo()).containsExactly("Accounts");
        assertThat(contacts.field("odd").orElseThrow().type()).isEmpty();
        assertThat(contacts.raw()).isEqualTo(raw);
    }

    @Test
    void whatIsNotADescriptionIsRefused() {
        assertThatThrownBy(() -> ModuleDescription.of(Map.of("name", "Contacts", "idPrefix", "x", "fields", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is not a module with name, idPrefix and fields.");
    }
}
