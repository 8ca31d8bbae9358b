package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sent value becomes with the preferences of who sends it; all seen on the server. */
class PreferencesTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource({
        "0, 1234.5678, 1235.00000000",
        "0, 0.005,     0.00000000",
        "1, -12.345,   -12.30000000",
        "2, 7.125,     7.13000000",
        "3, 1234.5678, 1234.56800000",
        "4, 1234.5678, 1234.56780000",
        "5, 77.77777,  77.77777000",
        "'', 10.50,    10.50000000",
        "x, 10.50,     11.00000000",
    })
    void decimals(String chosen, String sent, String stored) {
        prefer(Map.of("no_of_currency_decimals", chosen));

        assertThat(amount(sent)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|,|,  .,  1234.56,  1234.56000000",
                "|,|,  .,  1.5,      1.50000000",
                "|,|,  .,  |1.234,56|, 1.23000000",
                "' ,   | |, 1234.56,  1234.56000000",
                "$ ,   .,  1234.56,  1234.56000000",
                ". ,   |,|, |1,234.5|, 1.00000000",
            })
    void anAmountIsSentWithAPointWhateverTheSeparators(String decimal, String grouping, String sent, String stored) {
        prefer(Map.of("currency_decimal_separator", decimal, "currency_grouping_separator", grouping));

        assertThat(amount(sent)).isEqualTo(stored);
    }

    @Test
    void theFirstSeparatorOfAFreshUserIsKept() {
        assertThat(crm.revise("19x1", Map.of("currency_grouping_separator", ".")))
                .containsEntry("currency_grouping_separator", ".")
                .containsEntry("currency_grouping_pattern", "123,456,789");
    }

    @ParameterizedTest
    @CsvSource({"de_de, de_de", "xx_xx, en_us", "DE_DE, en_us", "'', en_us"})
    void aLanguageThatIsNotInstalledIsTheDefaultOne(String sent, String stored) {
        prefer(Map.of("language", "fr_fr"));

        assertThat(crm.revise("19x1", Map.of("language", sent))).containsEntry("language", stored);
    }

    @ParameterizedTest
    @CsvSource({"'123456789'", "'123456,789'", "'12,34,56,789'", "'123,456,789'", "''"})
    void thePatternChangesNothing(String pattern) {
        prefer(Map.of("currency_grouping_pattern", pattern));

        assertThat(amount("1234567890.12")).isEqualTo("1234567890.12000000");
    }

    /** Percentages are only read as if they stood on the screen. */
    @Test
    void aPercentageIsTakenForOneInTheUsersFormat() {
        prefer(Map.of("currency_decimal_separator", ",", "currency_grouping_separator", "."));
        Map<String, Object> product = crm.as("sales1")
                .create("Products", Map.of("productname", "P", "discontinued", "1", "commissionrate", "12.5"));

        assertThat(product).containsEntry("commissionrate", "125.000");
    }

    @Test
    void amountsPassThroughTheCurrencyOfTheUser() {
        String euro = crm.created(
                "Currency",
                Map.of(
                        "currency_name", "Euro",
                        "currency_code", "EUR",
                        "currency_symbol", "E",
                        "conversion_rate", "1.1",
                        "currency_status", "Active",
                        "defaultid", "0",
                        "deleted", "0"));
        prefer(Map.of("currency_id", euro));

        assertThat(amount("10.01")).isEqualTo("10.00909091");
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, 1990-04-05, 1990-04-05",
        "yyyy-mm-dd, 05-04-1990, 1990-04-05",
        "yyyy-mm-dd, 05/04/1990, 1990-04-05",
        "dd-mm-yyyy, 1990-04-05, 1990-04-05",
        "dd-mm-yyyy, 05-04-1990, 1990-04-05",
        "mm-dd-yyyy, 1990-04-05, 1990-04-05",
        "mm-dd-yyyy, 05-04-1990, ''",
        "mm-dd-yyyy, 03-02-2027, 0000-00-00",
        "mm-dd-yyyy, 2027/02/03, ''",
        "mm-dd-yyyy, 90-05-04,   1990-05-04",
        "mm-dd-yyyy, 04-05-90,   ''",
        "dd-mm-yyyy, 04-05-90,   1990-05-04",
        "dd.mm.yyyy, 1990-04-05, 1990-04-05",
        "dd/mm/yyyy, 1990-04-05, 1990-04-05",
        "yyyy.mm.dd, 1990-04-05, 1990-04-05",
    })
    void theSameDateMeansOtherThingsToOtherUsers(String format, String sent, String stored) {
        prefer(Map.of("date_format", format));

        assertThat(birthday(sent)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,                 2026-05-01 23:30:00, 2026-05-01",
        "Asia/Kolkata,        2026-05-01 23:30:00, 2026-05-02",
        "America/Los_Angeles, 2026-05-01 03:30,    2026-04-30",
        "Asia/Kolkata,        2026-05-01 11:30 PM, 2026-05-02",
    })
    void aDateWithATimeIsThatOfTheUsersZone(String zone, String sent, String stored) {
        prefer(Map.of("time_zone", zone));

        assertThat(birthday(sent)).isEqualTo(stored);
    }

    @Test
    void aTimeInAZoneThatIsNoneIsAnError() {
        prefer(Map.of("time_zone", "Nowhere/Land"));

        assertThat(birthday("2026-05-01")).isEqualTo("2026-05-01");
        Failures.assertFails(
                "INTERNAL_SERVER_ERROR", "Unknown Error while processing request", () -> birthday("2026-05-01 10:00"));
    }

    @Test
    void describeNamesTheFormatOfTheUser() {
        prefer(Map.of("date_format", "dd-mm-yyyy"));

        List<?> fields = (List<?>) crm.as("sales1")
                .call("describe", Map.of("elementType", "Contacts"))
                .get("fields");
        assertThat(fields)
                .filteredOn(field -> ((Map<?, ?>) field).get("name").equals("birthday"))
                .map(field -> ((Map<?, ?>) ((Map<?, ?>) field).get("type")).get("format"))
                .isEqualTo(List.of("dd-mm-yyyy"));
    }

    /** Zeros are cut off the decimals, which are searched by their separator, before the amount is read again. */
    @ParameterizedTest
    @CsvSource({"0, 3.00, 300.00000000", "1, 3.00, 3.00000000", "1, 1000, 1000.00000000", "1, 3.25, 325.00000000"})
    void trailingZerosCountWhereTheSeparatorsAreTheSame(String truncated, String sent, String stored) {
        prefer(Map.of(
                "currency_decimal_separator", ",",
                "currency_grouping_separator", ",",
                "currency_grouping_pattern", "123,456,789",
                "truncate_trailing_zeros", truncated));

        assertThat(amount(sent)).isEqualTo(stored);
    }

    @Test
    void aNumberMayHaveTwoSignsWhichMakeItNone() {
        assertThat(crm.create("Products", Map.of("productname", "P", "qtyinstock", "--1")))
                .containsEntry("qtyinstock", "0.000");
    }

    private void prefer(Map<String, String> preferences) {
        crm.as("admin").revise("19x6", preferences);
    }

    private Object amount(String sent) {
        return crm.as("sales1")
                .create("Leads", Map.of("lastname", "L", "company", "C", "annualrevenue", sent))
                .get("annualrevenue");
    }

    private Object birthday(String sent) {
        return crm.as("sales1")
                .create("Contacts", Map.of("lastname", "L", "birthday", sent))
                .get("birthday");
    }
}
