package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders over REST: whether Vtiger Cloud keeps the items of a change without items is not documented. */
class CloudOrdersTest extends OrdersTestSupport {

    {
        protocol = VtigerProtocol.REST;
    }

    static Iterable<String> modules() {
        return MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theItemsAreSentWithEveryChange(String module) {
        String id = created(module, Map.of());
        crm.clearCalls();

        assertThat(call("vtiger:revise", Map.of("id", id, "subject", "Changed")).getException())
                .isNull();

        assertThat(crm.calls())
                .filteredOn(call -> call.operation().equals("revise"))
                .singleElement()
                .satisfies(call -> assertThat(call.parameters().get("element")).contains("LineItems", bolts, nuts));
        Map<String, Object> after = retrieved(id);
        assertThat(after).containsEntry("subject", "Changed");
        assertThat(items(after)).extracting(item -> item.get("productid")).containsExactly(bolts, nuts);
        assertThat(number(after.get("hdnGrandTotal"))).isEqualTo(35);
    }
}
