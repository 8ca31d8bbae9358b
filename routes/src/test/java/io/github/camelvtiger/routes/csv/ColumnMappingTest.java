package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    private static final Map<String, Object> LEADS = Map.of(
            "name",
            "Leads",
            "fields",
            List.of(
                    Map.of("name", "firstname", "label", "First Name"),
                    Map.of("name", "lastname", "label", "Last Name"),
                    Map.of("name", "company", "label", "Company"),
                    Map.of("name", "phone", "label", "Primary Phone"),
                    Map.of("name", "fax", "label", "Phone"),
                    Map.of("name", "city", "label", "Größe"),
                    Map.of("name", "id", "label", "leadid")));

    @Test
    void takesApiNamesAndLabelsInAnyCase() {
        assertThat(mapping("FIRSTNAME", "\u00A0last\u00A0 NAME ", "GRÖSSE".replace("SS", "ß"))
                        .fields())
                .containsExactly("firstname", "lastname", "city");
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(mapping("FIRSTNAME", "CITY").fields()).containsExactly("firstname", "city");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takesAccentsHoweverTheyAreComposed() {
        assertThat(mapping("Gro\u0308ße").fields()).containsExactly("city");
    }

    @Test
    void prefersANameToALabel() {
        assertThat(mapping("phone").fields()).containsExactly("phone");
    }

    @Test
    void namesAllUnknownColumnsAtOnce() {
        assertThatThrownBy(() -> mapping("lastname", "shoe size", "hat"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("The columns 'shoe size', 'hat' are not fields of Leads")
                .hasMessageContaining("company (Company)");
    }

    @Test
    void namesFaultsOfDifferentKindsAtOnce() {
        assertThatThrownBy(() -> mapping("lastname", "", "Last Name", "hat"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("Column 2 has no name")
                .hasMessageContaining("'Last Name' means the field lastname")
                .hasMessageContaining("'hat'");
    }

    @Test
    void leavesOutEmptyCellsAndReasons() {
        assertThat(record(mapping("lastname", "company", "reason"), " X\u200B", "\u00A0", "row 2: because"))
                .containsExactly(Map.entry("lastname", "X"));
    }

    @Test
    void refusesARowWithMoreOrFewerCells() {
        assertThatThrownBy(() -> record(mapping("lastname", "company"), "X", "Y", "Z"))
                .isInstanceOf(BadFileException.class)
                .hasMessage("it has 3 cells, but the first line names 2 columns.");
        assertThatThrownBy(() -> record(mapping("lastname", "company"), "X"))
                .isInstanceOf(BadFileException.class)
                .hasMessage("it has 1 cells, but the first line names 2 columns.");
    }

    @Test
    void refusesAZeroByte() {
        assertThatThrownBy(() -> record(mapping("lastname", "company"), "X", "a\u0000b"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("company")
                .hasMessageContaining("zero byte");
    }

    private static Map<String, Object> record(ColumnMapping mapping, String... cells) {
        return mapping.record(new CsvRow(2, 2, List.of(cells)));
    }

    private static ColumnMapping mapping(String... titles) {
        return ColumnMapping.of(List.of(titles), LEADS);
    }
}
