package io.github.camelvtiger.routes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaderRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "vtiger:changes/Leads, false, true",
        "vtiger:query/Leads,   false, true",
        "file:inbox,           false, true",
        "quartz:night,         false, true",
        "timer:mine,           false, false",
        "direct:a,             true,  false",
        "jms:queue:in,         true,  false",
    })
    void whatOneInstanceIsToDoIsBehindMaster(String uri, boolean storeIsShared, boolean behindMaster) {
        assertThat(input(new RouteDefinition(uri), storeIsShared))
                .isEqualTo((behindMaster ? "master:vtiger:" : "") + uri);
    }

    /** The instance that has the file of the store open runs the syncs, whoever leads. */
    @ParameterizedTest
    @CsvSource({
        "vtiger:changes/Leads, false, false",
        "file:inbox,           false, false",
        "timer:sync-a-rejects, false, false",
        "vtiger:changes/Leads, true,  true",
        "file:inbox,           true,  true",
        "quartz:sync-a,        true,  true",
        "timer:sync-a-rejects, true,  true",
        "direct:sync-a,        true,  false",
    })
    void syncsAreBehindMasterIfTheirStoreIsShared(String uri, boolean storeIsShared, boolean behindMaster) {
        RouteDefinition route = new RouteDefinition(uri);
        route.routeId("sync-a");
        route.setTemplateParameters(Map.of("sync", "a"));
        assertThat(input(route, storeIsShared)).isEqualTo((behindMaster ? "master:vtiger:" : "") + uri);
    }

    private static String input(RouteDefinition route, boolean storeIsShared) {
        new LeaderRoutes(storeIsShared).onAddRouteDefinition(route);
        return route.getInput().getUri();
    }
}
