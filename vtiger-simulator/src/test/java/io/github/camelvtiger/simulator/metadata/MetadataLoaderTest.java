package io.github.camelvtiger.simulator.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataLoaderTest {

    private final Metadata metadata = new MetadataLoader().load();

    @Test
    void hasTheTypesOfAFreshServerInTheOrderOfListtypes() {
        assertThat(metadata.modules())
                .hasSize(35)
                .extracting(ModuleMetadata::name)
                .startsWith("Campaigns", "Vendors", "Faq")
                .endsWith("LineItem", "Tax", "ProductTaxes");
        assertThat(metadata.modulePrefixed(12)).map(ModuleMetadata::name).contains("Contacts");
        assertThat(metadata.module("contacts")).isEmpty();
    }

    @Test
    void describesAFieldKeyForKey() {
        assertThat(described("Contacts", "account_id"))
                .containsExactly(
                        Map.entry("name", "account_id"),
                        Map.entry("label", "Organization Name"),
                        Map.entry("mandatory", false),
                        Map.entry("type", Map.of("refersTo", List.of("Accounts"), "name", "reference")),
                        Map.entry("isunique", false),
                        Map.entry("nullable", true),
                        Map.entry("editable", true),
                        Map.entry("default", ""));
    }

    @Test
    void describesAPriceWithFlagsAsTexts() {
        assertThat(described("Products", "currency1"))
                .containsEntry("nullable", "1")
                .containsEntry("mandatory", "")
                .doesNotContainKey("isunique");
    }

    @Test
    void describesFieldsOfActorTypesWithoutUniqueness() {
        assertThat(described("Currency", "currency_name")).doesNotContainKeys("isunique", "default");
        assertThat(metadata.module("Currency").orElseThrow().described()).doesNotContainKey("allowDuplicates");
    }

    @Test
    void knowsTheLabelsFieldsBehindTheirColumns() {
        assertThat(metadata.module("HelpDesk").orElseThrow().labelFields()).containsExactly("ticket_title");
        assertThat(metadata.module("HelpDesk").orElseThrow().described()).containsEntry("labelFields", "title");
    }

    @Test
    void knowsTheColumns() {
        FieldMetadata revenue = field("Accounts", "annual_revenue");
        assertThat(revenue.column()).isEqualTo(new Column(Column.Kind.DECIMAL, 25, 8));
        assertThat(field("Contacts", "firstname").maxLength()).isEqualTo(40);
        assertThat(field("Contacts", "description").maxLength()).isZero();
    }

    private Map<String, Object> described(String module, String field) {
        return field(module, field).described();
    }

    private FieldMetadata field(String module, String field) {
        return metadata.module(module).orElseThrow().field(field).orElseThrow();
    }
}
