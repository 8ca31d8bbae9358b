package io.github.camelvtiger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The way of the data goes down only: Camel, operations, client, protocol, sessions and HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class LayersTest {

    private final JavaClasses classes =
            new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("io.github.camelvtiger");

    private static final String[] BELOW_OPERATIONS = {
        "..camelvtiger.proof..",
        "..camelvtiger.inventory..",
        "..camelvtiger.client..",
        "..camelvtiger.protocol..",
        "..camelvtiger.session..",
        "..camelvtiger.http..",
        "..camelvtiger.vtql..",
        "..camelvtiger.metadata..",
        "..camelvtiger.writes.."
    };

    @Test
    void theClientIsUsableWithoutCamel() {
        noClasses()
                .that()
                .resideInAnyPackage(BELOW_OPERATIONS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "io.github.camelvtiger", "..camelvtiger.operation..")
                .check(classes);
    }

    @Test
    void onlyTheProtocolReadsTheWire() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..camelvtiger.client..",
                        "..camelvtiger.session..",
                        "..camelvtiger.http..",
                        "..camelvtiger.vtql..",
                        "..camelvtiger.metadata..",
                        "..camelvtiger.writes..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(classes);
    }

    @Test
    void onlyTheTransportKnowsTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..camelvtiger.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(classes);
    }

    @Test
    void httpKnowsNothingAboveIt() {
        noClasses()
                .that()
                .resideInAPackage("..camelvtiger.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..camelvtiger.session..",
                        "..camelvtiger.protocol..",
                        "..camelvtiger.vtql..",
                        "..camelvtiger.metadata..")
                .check(classes);
    }

    @Test
    void sessionsKnowNoWireAndNoQueries() {
        noClasses()
                .that()
                .resideInAPackage("..camelvtiger.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..camelvtiger.protocol..", "..camelvtiger.vtql..", "..camelvtiger.metadata..")
                .check(classes);
    }

    @Test
    void queriesAreTextOnly() {
        noClasses()
                .that()
                .resideInAPackage("..camelvtiger.vtql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..camelvtiger.protocol..",
                        "..camelvtiger.session..",
                        "..camelvtiger.http..",
                        "..camelvtiger.metadata..")
                .check(classes);
    }
}
