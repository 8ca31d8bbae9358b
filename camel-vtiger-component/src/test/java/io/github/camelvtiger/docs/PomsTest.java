package io.github.camelvtiger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.docs.Pom.Dependency;
import java.lang.module.ModuleDescriptor;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PomsTest {

    private static final String COMPONENT = "camel-vtiger-component";

    @Test
    void theComponentBringsNoCamelOfItsOwn() {
        assertThat(Pom.of(COMPONENT).dependencies())
                .filteredOn(Dependency::isCamels)
                .isNotEmpty()
                .allSatisfy(camel -> assertThat(camel.scope()).isIn("provided", "test"));
    }

    @Test
    void whoUsesTheComponentDeclaresCamel() {
        Set<String> users = new HashSet<>();
        for (String module : Pom.parent().modules()) {
            Pom pom = Pom.of(module);
            if (pom.dependencies().stream()
                    .anyMatch(used ->
                            used.artifact().equals(COMPONENT) && used.scope().equals("compile"))) {
                users.add(module);
                assertThat(pom.dependencies())
                        .as("Camel's artifacts that %s declares", module)
                        .anyMatch(used -> used.isCamels() && !used.scope().equals("test"));
            }
        }
        assertThat(users)
                .containsExactlyInAnyOrder(
                        "routes",
                        "benchmarks",
                        "camel-vtiger-starter",
                        "camel-vtiger-endpointdsl",
                        "camel-vtiger-observability");
    }

    @Test
    void theReadmeShowsTheComponentWithTheCamelItIsBuiltWith() {
        String readme = Repository.text(Repository.ROOT.resolve("README.md"));

        assertThat(readme.replaceAll("\\s", ""))
                .contains("<artifactId>" + COMPONENT + "</artifactId><version>"
                        + Pom.parent().value("version") + "</version>")
                .contains("<artifactId>camel-main</artifactId><version>"
                        + Pom.parent().value("properties", "camel.version") + "</version>");
    }

    @Test
    void everyModuleSaysWhatItIs() {
        Set<String> names = new HashSet<>();
        for (String module : Pom.parent().modules()) {
            Pom pom = Pom.of(module);
            assertThat(pom.value("name")).as("name of %s", module).isNotEmpty();
            assertThat(pom.value("description")).as("description of %s", module).isNotEmpty();

            String name = pom.value("properties", "module.name");
            assertThat(ModuleDescriptor.newAutomaticModule(name).build().name()).isEqualTo(name);
            assertThat(names.add(name)).as("%s is the name of one module", name).isTrue();
        }
        assertThat(Repository.text(Repository.ROOT.resolve("pom.xml")))
                .contains("<Automatic-Module-Name>${module.name}</Automatic-Module-Name>");
    }

    @Test
    void theParentHasWhatMavenCentralAsksFor() {
        Pom parent = Pom.parent();

        assertThat(parent.value("name")).isNotEmpty();
        assertThat(parent.value("description")).isNotEmpty();
        assertThat(parent.value("url")).startsWith("https://");
        assertThat(parent.value("licenses", "license", "name")).isEqualTo("Apache-2.0");
        assertThat(parent.value("licenses", "license", "url")).startsWith("https://");
        assertThat(parent.value("developers", "developer", "name")).isNotEmpty();
        assertThat(parent.value("scm", "connection")).startsWith("scm:git:https://");
        assertThat(parent.value("scm", "url")).startsWith("https://");
    }
}
