package io.github.camelvtiger.routes.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadRelationsTest {

    private static final Map<String, Map<String, String>> RELATIONS = Map.of(
            "Contacts", relations("Potentials", "Potentials", "Campaigns", "Campaigns", "Products", "Products"),
            "Campaigns", relations("Contacts", "Contacts"),
            "Products", relations("Contacts", "Contacts", "Parent Product", "Products"));

    @TempDir
    private Path directory;

    @Test
    void aRelationThatAFieldOfTheRelatedModuleHoldsIsNotLeftOut() throws IOException {
        assertThat(unread("Contacts", "").labels())
                .containsExactly(Map.entry("Contacts", List.of("Campaigns", "Products")));
    }

    @Test
    void oneThatIsReadFromEitherSideIsNotLeftOut() throws IOException {
        UnreadRelations unread = unread(
                "[Contacts, Campaigns, Products]",
                "modules: { Campaigns: { relations: Contacts }, Contacts: { relations: Products } }\n");

        assertThat(unread.labels()).containsExactly(Map.entry("Products", List.of("Parent Product")));
    }

    @Test
    void theSummaryIsOneLineHoweverManyThereAre() throws IOException {
        assertThat(unread("Contacts", "").summary())
                .hasValue("relations of many records to many are left out: Campaigns, Products of Contacts; 'relations'"
                        + " adds their ids");
        assertThat(unread("[Contacts, Campaigns, Products]", "").summary())
                .hasValue(
                        "relations of many records to many are left out: 5 of 3 modules, such as Campaigns of Contacts"
                                + " ('sync check' names them all); 'relations' adds their ids");
        assertThat(unread("Potentials", "").summary()).isEmpty();
    }

    private UnreadRelations unread(String modules, String more) throws IOException {
        Files.writeString(
                directory.resolve("backup.yaml"),
                "from: { crm: " + modules + ", cron: 0 0 2 * * ? }\nto: { file: out, name: '{module}.csv' }\n" + more);
        SyncDefinition sync = SyncFiles.read(directory, UnaryOperator.identity())
                .files()
                .get(0)
                .definition();
        return UnreadRelations.of(
                sync,
                SourceCrm.of(sync).modules(),
                module -> RELATIONS.getOrDefault(module, Map.of()),
                module -> Optional.of(new ModuleDescription(
                        module,
                        module,
                        1,
                        module.equals("Potentials") ? List.of(reference("contact_id", "Contacts")) : List.of(),
                        Map.of())));
    }

    private static Map<String, String> relations(String... labelsAndModules) {
        Map<String, String> relations = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndModules.length; i += 2) {
            relations.put(labelsAndModules[i], labelsAndModules[i + 1]);
        }
        return relations;
    }

    private static Field reference(String name, String module) {
        return new Field(name, name, "reference", false, true, List.of(module), List.of(), OptionalInt.empty());
    }
}
