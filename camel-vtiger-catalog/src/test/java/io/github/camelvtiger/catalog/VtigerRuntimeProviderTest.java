package io.github.camelvtiger.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;

class VtigerRuntimeProviderTest {

    private final CamelCatalog catalog = catalog();

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.setRuntimeProvider(new VtigerRuntimeProvider());
        return catalog;
    }

    @Test
    void theCatalogListsTheComponentAmongCamels() {
        assertThat(catalog.findComponentNames())
                .contains("vtiger", "timer", "kafka")
                .isSorted();
    }

    @Test
    void theCatalogDescribesIt() {
        assertThat(catalog.componentModel("vtiger").getArtifactId()).isEqualTo("camel-vtiger-component");
        assertThat(catalog.componentJSonSchema("vtiger")).contains("\"matchFields\"");
    }

    @Test
    void theCatalogValidatesItsEndpoints() {
        assertThat(catalog.validateEndpointProperties("vtiger:upsert/Leads?matchFields=email")
                        .isSuccess())
                .isTrue();

        EndpointValidationResult misspelt = catalog.validateEndpointProperties("vtiger:upsert/Leads?matchField=email");
        assertThat(misspelt.getUnknown()).containsExactly("matchField");
    }
}
