package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description that an update does not send is written as it was read; seen on 8.2.0 in all of these modules. */
class UpdatedDescriptionTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource({
        "Accounts,accountname",
        "Contacts,lastname",
        "Products,productname",
        "Services,servicename",
        "Vendors,vendorname",
        "Project,projectname"
    })
    void isEncoded(String module, String name) {
        String id = crm.created(module, Map.of(name, "N", "description", "a & b"));
        Map<String, String> update = Map.of(name, "N", "assigned_user_id", "19x1");

        assertThat(crm.update(id, update)).containsEntry("description", "a & b");
        assertThat(crm.retrieve(id)).containsEntry("description", "a &amp; b");
    }

    @ParameterizedTest
    @CsvSource({"Potentials,potentialname"})
    void isDecodedAgainByAWorkflow(String module, String name) {
        Map<String, String> fields =
                Map.of(name, "N", "description", "a & b", "closingdate", "2027-01-01", "sales_stage", "Prospecting");
        String id = crm.created(module, fields);
        crm.update(
                id,
                Map.of(
                        name,
                        "N",
                        "closingdate",
                        "2027-01-01",
                        "sales_stage",
                        "Prospecting",
                        "assigned_user_id",
                        "19x1"));

        assertThat(crm.retrieve(id)).containsEntry("description", "a & b");
    }
}
