package io.github.camelvtiger.simulator.clone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
        assertThat(fields.masked(module, "12x5", field(field, type), value)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"Users, accesskey, string", "Users, user_password, password", "Contacts, cf_api_token, string"})
    void secretsAreLeftOut(String module, String field, String type) {
        assertThat(fields.masked(module, "19x6", field(field, type), "aBcDeF0123456789"))
                .isEmpty();
    }

    @Test
    void usersLogInByTheirNumber() {
        assertThat(fields.masked("Users", "19x1", field("user_name", "string"), "boss"))
                .contains("admin");
        assertThat(fields.masked("Users", "19x7", field("user_name", "string"), "ada"))
                .contains("user7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lovelace://host.com/x",
                "ada lovelace: https://lovelace.com",
                "ada.lovelace:lovelace@host://x",
                "https://ada:lovelace@lovelace.com/lovelace?q=lovelace#lovelace",
                "HTTPS://LOVELACE.COM",
                "lovelace.com",
                "//lovelace",
                "http://http://lovelace.com",
                "mailto:ada@lovelace.com",
                "://lovelace"
            })
    void nothingOfAWebAddressStaysButTheScheme(String url) {
        assertThat(mask.url(url)).doesNotContainIgnoringCase("lovelace").doesNotContain("ada");
    }

    @Test
    void commonSchemesStay() {
        assertThat(mask.url("ftp://a.com")).startsWith("ftp://");
        assertThat(mask.url("HTTP://a.com")).startsWith("HTTP://");
    }

    /** Letters beyond U+FFFF, marks on letters, numerals that are not digits, and rare signs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud835\udcd0\ud835\udce7\ud835\udcea",
                "\ud842\udfb7\u91ce\u5bb6",
                "\u0928\u0940\u0932\u093e",
                "e\u0301\u0300",
                "\u216b\u00bd\u2460",
                "\ud83c\udde9\ud83c\uddea\ud83d\udc69",
                "\ue000\ue001"
            })
    void charactersOfEveryPlaneAreMasked(String text) {
        String masked = mask.text(text);

        assertThat(masked.codePoints()).hasSize((int) text.codePoints().count());
        assertThat(masked.codePoints().boxed().toList())
                .doesNotContainAnyElementsOf(
                        text.codePoints().filter(point -> point >= 128).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Contacts, cf_passport_no, string, AB1234567",
        "Contacts, cf_901, date, born in May",
        "Contacts, cf_903, integer, twelve",
        "Contacts, cf_905, reference, Ada",
        "Contacts, cf_907, picklist, Ada sent this",
        "Contacts, cf_909, multipicklist, Gold |##| Ada",
        "Contacts, source, string, ADA",
        "Invoice, hdnTaxType, string, ada",
        "Contacts, cf_911, boolean, Ada"
    })
    void whatPeopleCanWriteIntoAnyFieldIsMasked(String module, String field, String type, String value) {
        assertThat(fields.masked(module, "12x5", field(field, type), value).orElseThrow())
                .isNotEqualTo(value)
                .doesNotContainIgnoringCase("ada");
    }

    @Test
    void chosenValuesStay() {
        assertThat(fields.masked("Contacts", "12x5", field("cf_909", "multipicklist"), "Gold |##| Silver"))
                .contains("Gold |##| Silver");
    }

    @Test
    void secretsAreLeftOutByTheirLabelsToo() {
        SourceField pin = new SourceField("cf_913", "API Token", "integer", Set.of(), false);

        assertThat(fields.masked("Contacts", "12x5", pin, "1234")).isEmpty();
    }

    /** A field as the CRM describes it; the picklists have some values. */
    private static SourceField field(String name, String type) {
        return new SourceField(name, "Label", type, Set.of("Trade Show", "Gold", "Silver"), name.equals("contact_no"));
    }

    private static String shape(String text) {
        return text.replaceAll("\\d", "9").replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a");
    }
}
