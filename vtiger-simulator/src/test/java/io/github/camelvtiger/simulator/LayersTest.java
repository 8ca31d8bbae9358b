package io.github.camelvtiger.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.camelvtiger.simulator.kind.ModuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call goes down only: the protocol, operations, the data. */
@TestInstance(Lifecycle.PER_CLASS)
class LayersTest {

    private static final String ROOT = "io.github.camelvtiger.simulator";

    private final JavaClasses classes = new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages(ROOT);

    @Test
    void dataKnowNoProtocolAndNoOperation() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".store..", ROOT + ".inventory..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".clock..", ROOT + ".store..", ROOT + ".inventory..", ROOT + ".metadata..", "java..")
                .check(classes);
    }

    @Test
    void theContractOfOperationsKnowsNoRuleOfRecords() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".operation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".operation..", ROOT + ".journal..", ROOT + ".metadata..", ROOT + ".store..", "java..")
                .check(classes);
    }

    /** Rules of a single module belong into its kind; conversion and relations are about certain modules as a whole. */
    @ParameterizedTest
    @ValueSource(strings = {"operation", "record", "vtql", "sync", "document", "store", "value"})
    void onlyKindsTestTheNamesOfModules(String directory) throws IOException {
        Path sources = Path.of("src/main/java", ROOT.replace('.', '/'), directory);
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern("name\\(\\)\\s*\\.equals\\(\"[A-Z]|switch \\([^)]*name\\(\\)"));
        }
    }

    @Test
    void kindsAreWithoutState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(ModuleKind.class)
                .should()
                .beStatic()
                .check(classes);
    }

    @Test
    void clocksKnowNothing() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".clock..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + ".clock..", "java..")
                .check(classes);
    }

    @Test
    void onlyTheServerIsAboveHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".http..")
                .check(classes);
    }

    @Test
    void onlyHttpKnowsTheWebServer() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .check(classes);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingIsSharedByServersOfOneProcess() {
        fields().that().areStatic().should().beFinal().check(classes);
    }
}
