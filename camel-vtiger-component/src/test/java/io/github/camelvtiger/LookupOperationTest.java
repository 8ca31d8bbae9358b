package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupOperationTest extends CrmTestSupport {

    @Test
    void anAddressIsFoundInAllThreeModules() {
        String contact = make("Contacts", Map.of("lastname", "Nowak", "secondaryemail", "all@lookup.example"));
        String lead = make("Leads", Map.of("lastname", "Nowak", "email", "All@Lookup.example"));
        String account = make("Accounts", Map.of("accountname", "Lookup all", "email1", "all@lookup.example"));
        make("Contacts", Map.of("lastname", "Other", "email", "nearly-all@lookup.example"));
        List<Map<String, Object>> found = found("vtiger:lookup", " ALL@lookup.example ", Map.of());
        assertThat(found).extracting(record -> record.get("id")).containsExactly(contact, lead, account);
        assertThat(found.get(0).get("lastname")).isEqualTo("Nowak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+48 22 555-01 99", "0048225550199", "48225550199", "(+48) 22/555.01.99"})
    void ofANumberOnlyTheDigitsCount(String number) {
        String contact = call(
                        "vtiger:upsert/Contacts?matchFields=lastname",
                        Map.of("lastname", "Phone", "mobile", "+48 (22) 555 01 99"))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
        make("Leads", Map.of("lastname", "Longer", "phone", "+48 22 555 01 99 7"));
        assertThat(found("vtiger:lookup", number, Map.of()))
                .extracting(record -> record.get("id"))
                .containsExactly(contact);
    }

    @Test
    void aMapNamesTypeValueAndPlaces() {
        String lead = make("Leads", Map.of("lastname", "Mapped", "email", "map@lookup.example"));
        make("Contacts", Map.of("lastname", "Mapped", "email", "map@lookup.example"));
        assertThat(found("vtiger:lookup/Leads", Map.of("email", "map@lookup.example"), Map.of()))
                .extracting(record -> record.get("id"))
                .containsExactly(lead);
        assertThat(found(
                        "vtiger:lookup",
                        Map.of(
                                "type",
                                "email",
                                "value",
                                "map@lookup.example",
                                "searchIn",
                                Map.of("Leads", List.of("email"))),
                        Map.of()))
                .extracting(record -> record.get("id"))
                .containsExactly(lead);
        assertThat(found(
                        "vtiger:lookup",
                        "{\"type\":\"email\",\"value\":\"map@lookup.example\",\"searchIn\":{\"Leads\":[\"secondaryemail\"]}}",
                        Map.of()))
                .isEmpty();
        assertThat(found("vtiger:lookup", "map@lookup.example", Map.of("CamelVtigerModule", "Vendors")))
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

    private Exception failure(String uri, Object body) {
        Exception failure = call(uri, body).getException();
        assertThat(failure).isNotNull();
        return failure;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> found(String uri, Object body, Map<String, Object> headers) {
        Exchange done = call(uri, body, headers);
        assertThat(done.getException()).isNull();
        return done.getMessage().getBody(List.class);
    }

    private String make(String module, Map<String, Object> record) {
        Exchange made = call("vtiger:create/" + module, record);
        assertThat(made.getException()).isNull();
        return made.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }
}
