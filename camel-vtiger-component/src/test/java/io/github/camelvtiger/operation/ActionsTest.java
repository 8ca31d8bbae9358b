package io.github.camelvtiger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.operation.Intent.ModuleNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {

    private static final List<ModuleNames> MODULES = List.of(
            new ModuleNames("Leads", List.of("Leads", "Leads", "Lead")),
            new ModuleNames("HelpDesk", List.of("HelpDesk", "Tickets", "Ticket")),
            new ModuleNames("SalesOrder", List.of("SalesOrder", "Sales Orders", "Sales Order")));

    @ParameterizedTest
    @CsvSource({
        "make a new lead, create-record, Leads",
        "Remove the ticket!, delete-record, HelpDesk",
        "change a sales order, update-record, SalesOrder",
        "find all leads, query-records, Leads",
        "which fields has a ticket, describe-module, HelpDesk",
        "list modules, list-modules,",
        "who am I, get-current-user,",
    })
    void intentFindsActionAndModule(String text, String best, String module) {
        Intent intent = new Intent(text);
        assertThat(intent.rank().get(0).key()).isEqualTo(best);
        assertThat(intent.module(MODULES)).isEqualTo(Optional.ofNullable(module));
    }

    @Test
    void intentThatFitsNothingFindsAll() {
        assertThat(new Intent("brew coffee").rank()).containsExactly(CrmAction.values());
    }

    @Test
    @SuppressWarnings("unchecked")
    void schemaOfCreateNamesTheModulesFields() {
        Map<String, Object> schema = ActionSchema.of(CrmAction.CREATE_RECORD, Optional.of(leads()));
        assertThat(schema).containsEntry("required", List.of("module", "record"));
        Map<String, Object> record = ((Map<String, Map<String, Object>>) schema.get("properties")).get("record");
        assertThat((Map<String, Object>) record.get("properties"))
                .containsOnlyKeys("lastname", "leadsource", "assigned_user_id");
        assertThat(record).containsEntry("required", List.of("lastname"));
    }

    @Test
    void allFaultsOfAnInputAreNamedAtOnce() {
        assertThatThrownBy(() -> new ActionInput(CrmAction.CREATE_RECORD, Map.of("record", "Nowak", "modul", "Leads")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'module' is missing")
                .hasMessageContaining("'record' must be an object")
                .hasMessageContaining("'modul' is not known");
    }

    @Test
    void inputThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> new ActionInput(CrmAction.RETRIEVE_RECORD, List.of("12x3")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not a JSON object");
    }

    private static ModuleDescription leads() {
        return new ModuleDescription(
                "Leads",
                "Leads",
                10,
                List.of(
                        new Field("lastname", "Last Name", "string", true, true, List.of(), List.of()),
                        new Field("leadsource", "Source", "picklist", false, true, List.of(), List.of("Web")),
                        new Field("assigned_user_id", "Owner", "owner", true, true, List.of(), List.of()),
                        new Field("createdtime", "Created", "datetime", true, false, List.of(), List.of())),
                Map.of());
    }
}
