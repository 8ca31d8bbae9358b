package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversion of Leads: the same assertions hold for any server that has it. */
@LiveSuite
class ConvertLeadContractTest {

    private final LiveCrm crm;

    ConvertLeadContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void theServersElement() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String lead = lead(Map.of("company", crm.mark() + " Acme"));
        Map<String, Object> made = made(call(
                "vtiger:convertLead",
                Map.of(
                        "leadId",
                        lead,
                        "transferRelatedRecordsTo",
                        "Accounts",
                        "entities",
                        Map.of(
                                "Accounts",
                                Map.of("create", true, "name", "Accounts", "accountname", crm.mark() + " Acme"),
                                "Contacts",
                                Map.of("create", true, "name", "Contacts", "firstname", "Ada"),
                                "Potentials",
                                Map.of(
                                        "create",
                                        true,
                                        "name",
                                        "Potentials",
                                        "potentialname",
                                        "First order",
                                        "closingdate",
                                        LocalDate.of(2030, 1, 31),
                                        "sales_stage",
                                        "Prospecting")))));
        assertThat(made).containsOnlyKeys("Accounts", "Contacts", "Potentials");
        Map<?, ?> contact = record(made.get("Contacts"));
        assertThat(contact.get("account_id")).isEqualTo(made.get("Accounts"));
        assertThat(contact.get("firstname")).isEqualTo("Ada");
        assertThat(record(made.get("Potentials")).get("closingdate")).isEqualTo("2030-01-31");
    }

    @Test
    void aLeadByItsIdAlone() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String company = crm.mark() + " company";
        String withCompany = lead(Map.of("company", company));
        Exchange exchange = call("vtiger:convertLead", withCompany);
        assertThat(made(exchange)).containsOnlyKeys("Accounts", "Contacts");
        assertThat(exchange.getMessage().getHeader("CamelVtigerRecordId")).isEqualTo(withCompany);
        assertThat(record(made(exchange).get("Accounts")).get("accountname")).isEqualTo(company);

        Map<?, ?> lead = record(lead(Map.of()));
        assertThat(made(call("vtiger:convertLead/Leads", lead))).containsOnlyKeys("Contacts");
    }

    @Test
    void theIdOfTheHeaderWithAnElement() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String lead = lead(Map.of());
        Map<String, Object> headers = Map.of("CamelVtigerRecordId", lead);
        assertThat(failure(crm.call(
                        "vtiger:convertLead",
                        Map.of("leadId", lead(Map.of()), "entities", List.of("Contacts")),
                        headers)))
                .hasMessageContaining("the body names");
        assertThat(made(crm.call("vtiger:convertLead", "{\"entities\":[\"Contacts\"]}", headers)))
                .containsOnlyKeys("Contacts");
    }

    @Test
    void anAccountOfThatNameIsFoundAgain() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String known = crm.mark() + " known";
        String account =
                (String) crm.created("Accounts", Map.of("accountname", known)).get("id");
        assertThat(made(call("vtiger:convertLead", lead(Map.of("company", known))))
                        .get("Accounts"))
                .isEqualTo(account);
    }

    @Test
    void aConvertedLeadIsRefused() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String lead = lead(Map.of());
        made(call("vtiger:convertLead", lead));
        assertThat(failure(call("vtiger:convertLead", lead)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Lead is already converted");
    }

    @Test
    void whatIsNotALeadIsRefused() {
        crm.requireCapability(Capability.CONVERT_LEAD);
        assertThat(failure(call("vtiger:convertLead", "10x99999999"))).isInstanceOf(RecordNotFoundException.class);
        assertThat(failure(call(
                        "vtiger:convertLead",
                        crm.created("Contacts", Map.of("lastname", "No lead")).get("id"))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is one of Contacts");
        assertThat(failure(call("vtiger:convertLead", null))).hasMessageContaining("needs an id");
    }

    /** Each of these the server would answer with success, or with what is half done. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'entities':['Potentials'] | into an Account or a Contact at least",
                "'entities':{} | into an Account or a Contact at least",
                "'entities':['HelpDesk','Contacts'] | entities names HelpDesk",
                "'entities':{'Accounts':{}} | the field accountname of Accounts is mandatory",
                "'entities':{'Contacts':{},'Potentials':{'potentialname':'P'}} | is mandatory",
                "'entities':{'Contacts':{'shoe':'45'}} | Contacts has no field shoe",
                "'entities':['Contacts'],'transferRelatedRecordsTo':'Accounts' | must be Accounts or Contacts, and one",
                "'assignedTo':'19x999' | assignedTo=19x999 is not a user or group",
                "'assignedTo':'12x1' | assignedTo=12x1 is not a user or group",
                "'assignedTo':'admin' | The id 'admin' is not a record id",
                "'entities':'Contacts','lastname':'X' | has 'lastname'",
                "'entities':'Contacts' | entities must be an object"
            })
    void whatTheServerWouldGetWrongIsRefused(String element, String reason) {
        crm.requireCapability(Capability.CONVERT_LEAD);
        String lead = lead(Map.of());
        String body = "{\"leadId\":\"" + lead + "\"," + element.replace('\'', '"') + "}";
        assertThat(failure(call("vtiger:convertLead", body)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(reason);
        assertThat(made(call("vtiger:convertLead", lead))).containsOnlyKeys("Contacts");
    }

    @Test
    void aServerThatCannotConvertIsNotAsked() {
        crm.requireLackOf(Capability.CONVERT_LEAD);
        String lead = lead(Map.of());
        assertThat(failure(call("vtiger:convertLead", lead)))
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("This CRM cannot serve convertlead, and nothing was sent")
                .hasMessageContaining("array_values($params)");
        assertThat(record(lead).get("lastname")).isEqualTo("Converted");
    }

    private Exchange call(String uri, Object body) {
        return crm.call(uri, body);
    }

    private static Throwable failure(Exchange done) {
        assertThat(done.getException()).isInstanceOf(VtigerException.class);
        return done.getException();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> made(Exchange done) {
        assertThat(done.getException()).isNull();
        Map<String, Object> made = done.getMessage().getBody(Map.class);
        made.values().forEach(id -> crm.delete((String) id));
        return made;
    }

    private Map<?, ?> record(Object id) {
        return crm.body("vtiger:retrieve", id, Map.of(), Map.class);
    }

    private String lead(Map<String, Object> fields) {
        Map<String, Object> lead = new HashMap<>(fields);
        lead.put("lastname", "Converted");
        return (String) crm.created("Leads", lead).get("id");
    }
}
