package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays, objects and truths where the server puts a value into a statement unseen: groups and the items of orders (seen on 8.2.0). */
class SentArrayTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @ValueSource(strings = {"[\"n\"]", "[[\"n\"]]", "{\"k\":\"n\"}", "{\"k\":[\"n\"]}"})
    void theValueInsideIsStored(String description) {
        assertThat(group(description)).containsEntry("description", "n");
        assertThat(commented(description)).isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}"})
    void anEmptyOneIsTooFewForTheStatement(String nothing) {
        assertThatThrownBy(() -> group(nothing)).isInstanceOf(ServerCrash.class);
        assertThatThrownBy(() -> commented(nothing)).isInstanceOf(ServerCrash.class);
    }

    @Test
    void aTruthIsADigit() {
        assertThat(commented("false")).isEqualTo("0");
        assertThat(commented("true")).isEqualTo("1");
    }

    @Test
    void anIntegerBeyondThoseOfPhpIsWrittenWithAnExponent() {
        assertThat(commented("12345678901234567890")).isEqualTo("1.2345678901235e19");
    }

    @Test
    void aQuantityThatIsFalseIsNoughtAndNotAnError() {
        assertThat(item("\"quantity\":false,\"listprice\":\"2\"")).containsEntry("quantity", "0.000");
    }

    private Map<String, Object> group(String description) {
        return crm.createJson("Groups", "{\"groupname\":\"g\",\"description\":" + description + "}");
    }

    private Object commented(String comment) {
        return item("\"quantity\":\"1\",\"listprice\":\"2\",\"comment\":" + comment)
                .get("comment");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> item(String fields) {
        String product = crm.created("Products", Map.of("productname", "P"));
        String vendor = crm.created("Vendors", Map.of("vendorname", "V"));
        Map<String, Object> order = crm.createJson(
                "PurchaseOrder",
                "{\"subject\":\"s\",\"vendor_id\":\"" + vendor + "\",\"postatus\":\"Created\",\"bill_street\":\"b\","
                        + "\"ship_street\":\"s\",\"assigned_user_id\":\"19x1\",\"hdnTaxType\":\"group\",\"productid\":\""
                        + product + "\",\"LineItems\":[{\"productid\":\"" + product + "\"," + fields + "}]}");
        return ((List<Map<String, Object>>) order.get("LineItems")).get(0);
    }
}
