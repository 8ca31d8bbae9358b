package io.github.camelvtiger.simulator.relation;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedTypesTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void aModuleThatIsRelatedTwiceIsListedTwiceAndKeyedByLabel() {
        Map<String, Object> quotes = relatedTypes("Quotes");
        assertThat(quotes.get("types")).isEqualTo(List.of("SalesOrder", "Calendar", "Documents", "Calendar"));
        Map<?, ?> information = (Map<?, ?>) quotes.get("information");
        assertThat(information.keySet().toString()).isEqualTo("[Sales Order, Activities, Documents, Activity History]");
        assertThat(information.get("Activity History"))
                .isEqualTo(Map.of("name", "Calendar", "label", "Activity History", "isEntity", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Events", "Users", "ModComments", "PBXManager", "ProjectMilestone"})
    void someModulesHaveNone(String module) {
        assertThat(relatedTypes(module)).containsEntry("types", List.of()).containsEntry("information", Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Groups", "Currency", "LineItem", "Tax", "DocumentFolders"})
    void actorTypesCrashTheServer(String module) {
        assertThatThrownBy(() -> relatedTypes(module)).isInstanceOf(ServerCrash.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bogus", "accounts", ""})
    void modulesThatAreNoneAreDeniedByName(String module) {
        assertDenied("Permission to perform the operation is denied for name : " + module, () -> relatedTypes(module));
    }

    private Map<String, Object> relatedTypes(String module) {
        return crm.call("relatedtypes", Map.of("elementType", module));
    }
}
