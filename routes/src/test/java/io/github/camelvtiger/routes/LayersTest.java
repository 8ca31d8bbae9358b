package io.github.camelvtiger.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What may know what in the application, and that each package of syncs is on the map. */
@TestInstance(Lifecycle.PER_CLASS)
class LayersTest {

    private static final String ROOT = "io.github.camelvtiger.routes";

    private final JavaClasses classes = new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages(ROOT);

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
        slices().matching(ROOT + ".sync.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void filesAndTheStoreKnowNoCamel() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".sync.definition..",
                        ROOT + ".sync.rows..",
                        ROOT + ".sync.store..",
                        ROOT + ".sync.mark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel",
                        "org.apache.camel.builder..",
                        "org.apache.camel.impl..",
                        "org.apache.camel.model..",
                        "org.apache.camel.spi..",
                        "org.apache.camel.support..")
                .check(classes);
    }

    @Test
    void nothingOfSyncsKnowsTheCommands() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".sync.*..")
                .and()
                .resideOutsideOfPackage(ROOT + ".sync.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".sync.command..")
                .check(classes);
    }

    @Test
    void eachPackageOfSyncsIsOnTheMap() throws IOException {
        Path sync = Path.of("src/main/java", (ROOT + ".sync").replace('.', '/'));
        String map = Files.readString(sync.resolve("package-info.java"));
        try (Stream<Path> packages = Files.list(sync).filter(Files::isDirectory)) {
            assertThat(packages.map(each -> each.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(map).containsPattern("\\* " + name + " "));
        }
    }
}
