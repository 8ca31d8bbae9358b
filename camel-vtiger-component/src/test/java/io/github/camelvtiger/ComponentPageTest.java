package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComponentPageTest {

    private static final Path PAGE = Path.of("..", "docs", "component.md");

    @Test
    void tablesOfThePageAreThoseOfTheMetadata() throws IOException {
        String page = Files.readString(PAGE);
        String current = new ComponentPage(metadata()).fill(page);
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(PAGE, current);
            return;
        }
        assertThat(page)
                .as("docs/component.md is stale; rewrite it with: mvn -pl camel-vtiger-component -am test"
                        + " -Dtest=ComponentPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dvtiger.docs.write=true")
                .isEqualTo(current);
    }

    static JsonNode metadata() throws IOException {
        try (InputStream json =
                ComponentPageTest.class.getResourceAsStream("/META-INF/io/github/camelvtiger/vtiger.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
