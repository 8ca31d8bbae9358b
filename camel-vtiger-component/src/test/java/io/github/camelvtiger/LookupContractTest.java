package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Searches by address and number: the same assertions hold for any server. */
@LiveSuite
class LookupContractTest {

    private final LiveCrm crm;

    LookupContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void anAddressIsFoundInAllThreeModules() {
        String address = crm.mark() + "@lookup.example";
        String contact = make("Contacts", Map.of("lastname", "Nowak", "secondaryemail", address));
        String lead = make("Leads", Map.of("lastname", "Nowak", "email", address.toUpperCase(Locale.ROOT)));
        String account = make("Accounts", Map.of("accountname", "Lookup " + crm.mark(), "email1", address));
        make("Contacts", Map.of("lastname", "Other", "email", "nearly-" + address));
        List<Map<String, Object>> found = found("vtiger:lookup", " " + address.toUpperCase(Locale.ROOT) + " ");
        assertThat(found).extracting(record -> record.get("id")).containsExactly(contact, lead, account);
        assertThat(found.get(0).get("lastname")).isEqualTo("Nowak");
    }

    @Test
    void ofANumberOnlyTheDigitsCount() {
        int end = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        String contact = make(
                "Contacts",
                Map.of("lastname", "Phone", "mobile", "+48 (22) %d %03d".formatted(end / 1000, end % 1000)));
        make("Leads", Map.of("lastname", "Longer", "phone", "+48 22 " + end + " 7"));
        for (String number : List.of("+48 22 %d", "004822%d", "00 48 22 %d", "4822%d", "(+48) 22/%d")) {
            assertThat(found("vtiger:lookup", number.formatted(end)))
                    .as(number)
                    .extracting(record -> record.get("id"))
                    .containsExactly(contact);
        }
    }

    @Test
    void aMapNamesTypeValueAndPlaces() {
        String address = crm.mark() + "map@lookup.example";
        String lead = make("Leads", Map.of("lastname", "Mapped", "email", address));
        make("Contacts", Map.of("lastname", "Mapped", "email", address));
        assertThat(found("vtiger:lookup/Leads", Map.of("email", address)))
                .extracting(record -> record.get("id"))
                .containsExactly(lead);
        assertThat(found(
                        "vtiger:lookup",
                        Map.of("type", "email", "value", address, "searchIn", Map.of("Leads", List.of("email")))))
                .extracting(record -> record.get("id"))
                .containsExactly(lead);
        assertThat(found(
                        "vtiger:lookup",
                        "{\"type\":\"email\",\"value\":\"" + address
                                + "\",\"searchIn\":{\"Leads\":[\"secondaryemail\"]}}"))
                .isEmpty();
        assertThat(crm.body("vtiger:lookup", address, Map.of("CamelVtigerModule", "Vendors"), List.class))
                .isEmpty();
    }

    @Test
    void whatCannotBeLookedUpIsRefused() {
        assertThat(failure("vtiger:lookup", null)).isInstanceOf(InvalidRecordException.class);
        assertThat(failure("vtiger:lookup", Map.of("name", "x"))).hasMessageContaining("as value, email or phone");
        assertThat(failure("vtiger:lookup", "Nowak")).hasMessageContaining("not a phone number");
        assertThat(failure("vtiger:lookup", Map.of("type", "fax", "value", "1")))
                .hasMessageContaining("'fax'");
        assertThat(failure("vtiger:lookup/Leeds", "1@2.3")).hasMessageContaining("did you mean Leads");
        assertThat(failure("vtiger:lookup", Map.of("email", "a@b.c", "searchIn", Map.of("Leads", List.of("mail")))))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("'mail'");
    }

    private Throwable failure(String uri, Object body) {
        return crm.failure(uri, body, Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> found(String uri, Object body) {
        return crm.body(uri, body, Map.of(), List.class);
    }

    private String make(String module, Map<String, Object> record) {
        return (String) crm.created(module, record).get("id");
    }
}
