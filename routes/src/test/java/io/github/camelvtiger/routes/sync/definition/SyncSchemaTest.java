package io.github.camelvtiger.routes.sync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors complete and underline is what the application reads. */
class SyncSchemaTest {

    private static final Path FILE = Path.of("../docs/sync.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonSchema schema;

    SyncSchemaTest() throws IOException {
        document = JSON.readTree(FILE.toFile());
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document);
    }

    @Test
    void theDocumentIsAJsonSchemaItself() {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.camelvtiger.routes.sync.definition.SyncCorpus#good")
    void takesWhatTheReaderTakes(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.camelvtiger.routes.sync.definition.SyncCorpus#bad")
    void refusesOfWhatTheReaderRefusesWhatASchemaCanSay(SyncCorpus.Bad bad) {
        if (bad.schema()) {
            assertThat(faults(bad.text())).isNotEmpty();
        } else {
            assertThat(faults(bad.text())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void hasTheKeysOfTheReader(String section, Collection<String> keys) {
        JsonNode properties = document.at(section).path("properties");
        List<String> described =
                properties.properties().stream().map(Map.Entry::getKey).toList();

        assertThat(described).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(properties.properties()).allSatisfy(key -> assertThat(key.getValue()
                                .has("description")
                        || document.at(key.getValue().path("$ref").asText().substring(1))
                                .has("description"))
                .as(key.getKey())
                .isTrue());
    }

    static Stream<Arguments> hasTheKeysOfTheReader() {
        return Stream.of(
                Arguments.of("", SyncKeys.FILE),
                Arguments.of("/$defs/fromCrm", SyncKeys.FROM_CRM),
                Arguments.of("/$defs/fromFile", SyncKeys.FROM_FILE),
                Arguments.of("/$defs/toCrm", SyncKeys.TO_CRM),
                Arguments.of("/$defs/toFile", SyncKeys.TO_FILE),
                Arguments.of("/$defs/fromUri", SyncKeys.FROM_URI),
                Arguments.of("/$defs/toUri", SyncKeys.TO_URI),
                Arguments.of("/$defs/fromTable", SyncKeys.FROM_TABLE),
                Arguments.of("/$defs/toTable", SyncKeys.TO_TABLE),
                Arguments.of("/$defs/columns", SyncKeys.COLUMNS),
                Arguments.of("/$defs/module", SyncKeys.MODULE),
                Arguments.of("/$defs/sweptRelations", SyncKeys.RELATIONS),
                Arguments.of("/$defs/rule", SyncKeys.RULE),
                Arguments.of("/$defs/limits", SyncKeys.LIMITS),
                Arguments.of("/$defs/markedDeletions", SyncKeys.DELETIONS));
    }

    /** Of keys that are there twice, or not YAML at all, a schema says nothing. */
    private Set<ValidationMessage> faults(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        Object loaded = new Load(settings).loadFromString(yaml);
        return schema.validate(JSON.valueToTree(loaded));
    }
}
