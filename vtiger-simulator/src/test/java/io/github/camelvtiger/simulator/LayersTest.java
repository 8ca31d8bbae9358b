package io.github.camelvtiger.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

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
                .resideInAnyPackage(ROOT, ROOT + ".store..", ROOT + ".inventory..", ROOT + ".metadata..", "java..")
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
                .resideOutsideOfPackages(ROOT, ROOT + ".http..", ROOT + ".control..")
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
