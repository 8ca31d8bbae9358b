package io.github.camelvtiger.routes.sync.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    /** Exports of other systems, of which each column that people care for finds its field. */
    @ParameterizedTest
    @CsvSource({
        "google-contacts.csv,Contacts,'firstname lastname birthday description account_id title department email"
                + " secondaryemail phone mailingstreet mailingcity mailingstate mailingzip mailingcountry'",
        "outlook-contacts.csv,Contacts,'firstname lastname account_id department title mailingstreet mailingcity"
                + " mailingstate mailingzip mailingcountry fax phone homephone mobile assistant birthday email"
                + " secondaryemail description'",
        "hubspot-contacts.csv,Leads,'firstname lastname email phone mobile designation website lane city state code"
                + " country leadstatus company industry annualrevenue noofemployees assigned_user_id'",
        "salesforce-leads.csv,Leads,'salutationtype firstname lastname designation company lane city state code"
                + " country phone mobile fax email website description leadsource leadstatus industry rating"
                + " annualrevenue noofemployees'",
    })
    void exportsOfOtherSystemsFindTheirFields(String file, String module, String fields) {
        List<String> columns;
        try (RowReader reader = Rows.open(
                Path.of("src/test/resources/exports", file),
                new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty()))) {
            columns = reader.columns();
        }
        List<ColumnGuess> guesses = new ColumnGuesses(described(module)).of(columns);

        assertThat(guesses.stream()
                        .filter(guess -> guess.certainty() != ColumnGuess.Certainty.GUESS)
                        .flatMap(guess -> guess.field().stream())
                        .map(ModuleDescription.Field::name)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    @Test
    void whatIsOnlyAlikeIsLeftAsAComment() {
        String draft = new Draft(described("Leads"), List.of("Lastname", "Compny", "Fax: 1", "Shoe")).text("in box");

        assertThat(draft.lines())
                .containsSequence("from: { file: in box }", "to: { crm: Leads }", "map:")
                .contains(
                        "  lastname: Lastname # sure",
                        "  # company: Compny # a guess, the names are alike; check it",
                        "  # FIELD: 'Fax: 1' # no field is like it");
    }

    @Test
    void mandatoryFieldsWithoutAColumnAreNamed() {
        assertThat(new Draft(described("Leads"), List.of("Company")).text("in"))
                .contains("  # lastname: { value: \"\" } # Last Name is mandatory, and no column is like it");
    }

    private static ModuleDescription described(String module) {
        try (VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), crm.username(), crm.accessKey()))) {
            return client.describe(module).join();
        }
    }
}
