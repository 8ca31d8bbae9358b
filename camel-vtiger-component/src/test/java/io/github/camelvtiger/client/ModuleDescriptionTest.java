package io.github.camelvtiger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.List;
import java.util.Map;
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
}
