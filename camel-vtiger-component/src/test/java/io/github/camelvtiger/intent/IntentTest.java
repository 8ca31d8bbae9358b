package io.github.camelvtiger.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.names.ModuleTypes;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {

    private static final List<String> NAMES = List.of(
            "Leads",
            "Accounts",
            "Contacts",
            "Potentials",
            "HelpDesk",
            "SalesOrder",
            "PriceBooks",
            "Events",
            "Vehicles");

    private static final ModuleWords MODULES = new ModuleWords(new ModuleTypes(
            NAMES,
            Map.of(
                    "Accounts", List.of("Organizations", "Organization"),
                    "HelpDesk", List.of("Tickets", "Ticket"),
                    "SalesOrder", List.of("Sales Orders", "Sales Order"),
                    "Vehicles", List.of("Company Vehicles", "Company Vehicle")),
            NAMES));

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
        assertThat(best(text)).isEqualTo(best);
        assertThat(module(text)).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({
        "helpdesk, HelpDesk",
        "help desk, HelpDesk",
        "SALESORDER, SalesOrder",
        "price books, PriceBooks",
        "organisations, Accounts",
        "firms, Accounts",
        "companies, Accounts",
        "company vehicle, Vehicles",
        "the vehicle of Ms Nowak, Vehicles",
        "ticekts, HelpDesk",
        "oppportunities, Potentials",
    })
    void moduleHasManyNames(String text, String module) {
        assertThat(module(text)).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({
        "for the client make an order, SalesOrder",
        "tickets of a contact, HelpDesk",
        "the customer asks to close ticket 17x5, HelpDesk",
        "add a contact to the account, Contacts",
        "put the organization and contact 12x8 together, Accounts",
    })
    void moduleIsWhatTheVerbIsAbout(String text, String module) {
        assertThat(module(text)).isEqualTo(module);
    }

    @ParameterizedTest
    @CsvSource({
        "take contact 12x9 out of account 11x4, unrelate-records",
        "open a rather urgent ticket, create-record",
        "file a support ticket, create-record",
        "which tickets hang on contact 12x4, list-related-records",
        "number of open and closed tickets, count-records",
        "'ticket 2026-1184, change the owner', update-record",
        "ticket 0202-1184, find-by-phone-or-email",
        "log my account tickets, create-record",
    })
    void whatIsBetweenTheWordsOfAPhraseDoesNotHideIt(String text, String best) {
        assertThat(best(text)).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({
        "cretae a lead, create-record",
        "delte the lead, delete-record",
        "shwo the leads, query-records",
        "Updaet a lead, update-record",
    })
    void typingErrorsAreCorrected(String text, String best) {
        assertThat(best(text)).isEqualTo(best);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads created today", "contacts deleted by mistake", "leads behind schedule", "new leads"})
    void whatWasDoneIsNotWhatIsToBeDone(String text) {
        assertThat(new Intent(text, MODULES)
                        .scores().entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .orElseThrow()
                                .getKey())
                .isEqualTo("query-records");
    }

    @Test
    void fieldNamesItsModules() {
        List<ModuleDescription> modules = List.of(
                module("Leads", "annualrevenue", "Annual Revenue"),
                module("Accounts", "annual_revenue", "Annual Revenue"),
                module("Vehicles", "cf_901", "Chassis Number"));
        assertThat(new FieldWords(modules).in(new Intent("annual revenue over 5", MODULES)))
                .extracting(ModuleDescription::name)
                .containsExactly("Leads", "Accounts");
        assertThat(new FieldWords(modules).in(new Intent("which chassis numbers begin with W", MODULES)))
                .extracting(ModuleDescription::name)
                .containsExactly("Vehicles");
        assertThat(new FieldWords(modules).in(new Intent("brew coffee", MODULES)))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyTextIsRead(@ForAll String text) {
        Intent intent = new Intent(text, MODULES);
        assertThat(intent.scores().values())
                .allSatisfy(score -> assertThat(score).isPositive());
        assertThat(NAMES).containsAll(intent.modules());
    }

    private static ModuleDescription module(String name, String field, String label) {
        return new ModuleDescription(
                name, name, 1, List.of(new Field(field, label, "string", false, true, List.of(), List.of())), Map.of());
    }

    private static String best(String text) {
        return new Intent(text, MODULES)
                .scores().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(null);
    }

    private static String module(String text) {
        return new Intent(text, MODULES).modules().stream().findFirst().orElse(null);
    }
}
