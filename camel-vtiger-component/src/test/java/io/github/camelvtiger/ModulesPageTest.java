package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "modules.md");

    @Test
    void tablesOfThePageAreThoseThatTheTestsExecute() throws IOException {
        String page = Files.readString(PAGE);
        String current = new ModulesPage().fill(page);
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(PAGE, current);
            return;
        }
        assertThat(page)
                .as("docs/modules.md is stale; rewrite it with: mvn -pl camel-vtiger-component -am test"
                        + " -Dtest=ModulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dvtiger.docs.write=true")
                .isEqualTo(current);
    }
}
