package io.github.camelvtiger.simulator.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** There is one company, whoever creates another (seen on 8.2.0). */
class CompanyTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void createChangesWhatIsSentOfTheOneThereIs() {
        Map<String, Object> answered = crm.createJson("CompanyDetails", "{\"city\":\"Ulm\"}");

        assertThat(answered)
                .containsEntry("organization_id", "1")
                .containsEntry("organizationname", "vtiger")
                .containsEntry("city", "Ulm")
                .containsEntry("id", "23x1");
        assertThat(crm.rows("query", Map.of("query", "select city from CompanyDetails;")))
                .containsExactly(Map.of("city", "Ulm", "id", "23x1"));
    }

    @Test
    void aCompanyThatWasDeletedIsMadeAnew() {
        String id =
                (String) crm.createJson("CompanyDetails", "{\"city\":\"Ulm\"}").get("id");
        crm.delete(id);
        Map<String, Object> made = crm.createJson("CompanyDetails", "{\"organizationname\":\"Anew\"}");
        assertThat(made).containsEntry("organizationname", "Anew");
        assertThat(crm.rows("query", Map.of("query", "select city from CompanyDetails;")))
                .hasSize(1);
    }
}
