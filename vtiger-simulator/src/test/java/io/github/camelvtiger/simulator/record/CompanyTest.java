package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aCompanyThatWasDeletedIsMadeAnewAsNumberOne() {
        for (String name : List.of("Anew", "Once more")) {
            crm.delete("23x1");
            Map<String, Object> made = crm.createJson("CompanyDetails", "{\"organizationname\":\"" + name + "\"}");
            assertThat(made)
                    .containsEntry("organization_id", "1")
                    .containsEntry("organizationname", name)
                    .containsEntry("city", "")
                    .containsEntry("id", "23x1");
        }
        assertThat(crm.rows("query", Map.of("query", "select city from CompanyDetails;")))
                .hasSize(1);
    }
}
