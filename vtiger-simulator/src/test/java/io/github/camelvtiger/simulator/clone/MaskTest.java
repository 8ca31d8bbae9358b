package io.github.camelvtiger.simulator.clone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private final Mask mask = new Mask(new byte[] {1, 2, 3});
    private final FieldMask fields = new FieldMask(mask);

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada Lovelace", "ACME Ltd. & Sons", "+44 20 7946-0958", "12 Rue de l'Été, 75001 Paris", "Ørsted"
            })
    void shapeStays(String text) {
        assertThat(shape(mask.text(text))).isEqualTo(shape(text));
        assertThat(mask.text(text)).isNotEqualTo(text);
    }

    @Test
    void theSameWordHasTheSameMaskWhateverItsCapitals() {
        assertThat(mask.text("LOVELACE")).isEqualToIgnoringCase(mask.text("Lovelace"));
        assertThat(mask.text("Ada Lovelace")).endsWith(mask.text("Lovelace"));
        assertThat(mask.text("Lovelace")).isNotEqualTo(mask.text("Loveless"));
    }

    @Test
    void anotherKeyMasksOtherwise() {
        assertThat(new Mask(new byte[] {9}).text("Lovelace")).isNotEqualTo(mask.text("Lovelace"));
    }

    @Test
    void aLongWordIsMaskedToItsEnd() {
        String word = "abcdefghijklmnopqrstuvwxyz".repeat(5);

        assertThat(mask.text(word)).hasSameSizeAs(word).isNotEqualTo(word);
        assertThat(mask.text(word).substring(0, 30))
                .isNotEqualTo(mask.text(word).substring(32, 62));
    }

    @Test
    void mailsAndAddressesEndInADomainOfNobody() {
        assertThat(mask.email("ada.lovelace@analytical.co.uk"))
                .endsWith(".example")
                .doesNotContain("analytical");
        assertThat(mask.url("https://www.analytical.com/ada?x=1"))
                .startsWith("https://")
                .contains(".example/")
                .doesNotContain("analytical");
        assertThat(mask.email("ada@x.com").substring(mask.email("ada@x.com").indexOf('@')))
                .isEqualTo(mask.email("bob@x.com")
                        .substring(mask.email("bob@x.com").indexOf('@')));
    }

    @ParameterizedTest
    @CsvSource({
        "Contacts, account_id, reference, 11x5",
        "Contacts, assigned_user_id, owner, 19x6",
        "Contacts, leadsource, picklist, Trade Show",
        "Contacts, birthday, date, 1957-11-15",
        "Contacts, contact_no, string, CON12",
        "Potentials, amount, currency, 1234.50000000",
        "Currency, currency_name, string, 'USA, Dollars'",
        "Users, time_zone, string, Asia/Kolkata"
    })
    void whatIsNoTextOfAPersonStays(String module, String field, String type, String value) {
        assertThat(fields.masked(module, "12x5", field, type, value)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"Users, accesskey, string", "Users, user_password, password", "Contacts, cf_api_token, string"})
    void secretsAreLeftOut(String module, String field, String type) {
        assertThat(fields.masked(module, "19x6", field, type, "aBcDeF0123456789"))
                .isEmpty();
    }

    @Test
    void usersLogInByTheirNumber() {
        assertThat(fields.masked("Users", "19x1", "user_name", "string", "boss"))
                .contains("admin");
        assertThat(fields.masked("Users", "19x7", "user_name", "string", "ada")).contains("user7");
    }

    private static String shape(String text) {
        return text.replaceAll("\\d", "9").replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a");
    }
}
